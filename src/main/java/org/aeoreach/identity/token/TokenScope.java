package org.aeoreach.identity.token;

/** What a token may do, within what its owner's role may. */
public enum TokenScope {
    /** Safe methods only: it looks and changes nothing. */
    READ,
    /** All its role may do. */
    WRITE
}
