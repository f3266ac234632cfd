package org.aeoreach.importing.cell;

/** Ends the reading of a row. */
public final class Refused extends Exception {

    private final transient Refusal refusal;

    /** @param reason and arguments as in {@link Refusal} */
    public Refused(String reason, String... arguments) {
        super(reason, null, false, false);
        this.refusal = Refusal.of(reason, arguments);
    }

    public Refusal refusal() {
        return refusal;
    }
}
