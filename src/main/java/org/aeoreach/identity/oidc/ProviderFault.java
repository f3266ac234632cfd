package org.aeoreach.identity.oidc;

/** The identity provider did not answer, or not as the protocol wants. The message is for the log only. */
final class ProviderFault extends Exception {

    private final boolean away;

    private ProviderFault(String message, boolean away) {
        super(message);
        this.away = away;
    }

    /** It cannot be reached, or is too slow: another try may help. */
    static ProviderFault away(String why) {
        return new ProviderFault(why, true);
    }

    /** What it said cannot be believed or understood. */
    static ProviderFault wrong(String why) {
        return new ProviderFault(why, false);
    }

    boolean isAway() {
        return away;
    }
}
