package org.aeoreach.mail.inbound;

/** What became of a mail. */
public enum Became {
    /** Something new was made of it. */
    NEW,
    /** It joined a conversation. */
    REPLY,
    /** It tells that mail of ours came back, or is late. */
    BOUNCE,
    /** Somebody's program tells that he is away. */
    AWAY,
    /** A machine wrote it, or it went to a list; nobody asked anything. */
    AUTOMATIC,
    /** Mail of ours that came back by itself. */
    LOOP,
    /** A person decided that nothing is to come of it. */
    NOTHING
}
