package org.aeoreach.web;

/** What a browser may do with an answer that is no ordinary page; for those see {@link SecurityHeaders}. */
public final class ContentPolicy {

    public static final String HEADER = "Content-Security-Policy";

    /** A page of ours with one of {@link #FOREIGN} in a frame. */
    public static final String WITH_FRAMES = SecurityHeaders.POLICY + "; frame-src 'self'";

    /** Somebody else's words, shown in a frame of ours: no origin, nothing loaded, nothing run, no link followed. */
    public static final String FOREIGN =
            "sandbox; default-src 'none'; base-uri 'none'; form-action 'none';" + " frame-ancestors 'self'";

    private ContentPolicy() {}
}
