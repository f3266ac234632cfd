package org.aeoreach.training.session;

/** In which language a session is held. */
public enum TaughtIn {
    ZH,
    EN,
    BOTH
}
