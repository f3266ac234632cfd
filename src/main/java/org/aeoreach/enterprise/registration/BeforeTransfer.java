package org.aeoreach.enterprise.registration;

/** Hears of a transfer just before it is made, in its transaction, with the enterprise held. */
public interface BeforeTransfer {

    /** @param toPath path of the unit the enterprise goes to */
    void moving(long enterprise, String toPath);
}
