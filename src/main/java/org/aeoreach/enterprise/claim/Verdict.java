package org.aeoreach.enterprise.claim;

/** What is said to a claim. */
public enum Verdict {
    CONFIRM,
    REFUSE;

    boolean confirmed() {
        return this == CONFIRM;
    }
}
