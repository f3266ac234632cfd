package org.aeoreach.training.registration;

/** What can be done with a registration. */
public enum Deed {
    /** The address is his who registered; by the owner of a link only. */
    CONFIRM("training.confirm"),
    /** The seat offered is taken. */
    ACCEPT("training.accept"),
    /** It is given up. */
    CANCEL("training.cancel"),
    /** By the organiser, where he approves. */
    APPROVE("training.approve"),
    REFUSE("training.refuse");

    private final String action;

    Deed(String action) {
        this.action = action;
    }

    /** As the audit trail calls it. */
    String action() {
        return action;
    }
}
