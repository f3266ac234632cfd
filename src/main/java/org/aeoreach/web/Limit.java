package org.aeoreach.web;

/**
 * How often a route may be called. The defaults suit a hall in which many people share one address; the permits per address can be
 * set, as {@code AEO_LIMIT_SIGN_IN=1000}, those per account or link as {@code AEO_LIMIT_SIGN_IN_EACH=20}.
 */
public enum Limit {
    NONE(0, 0, 0),
    /** Sign-in: many people behind one address, few tries per account. */
    SIGN_IN(300, 10, 60),
    /** Password reset and other mail somebody can cause for somebody else. */
    RESET(60, 5, 3600),
    /** Forms open to everybody. */
    PUBLIC_FORM(120, 20, 3600),
    /** What the owner of a ticket does: a whole hall shares one address, nobody does so much by himself. */
    TICKET(12_000, 60, 3600),
    /** Questions and further words of people who are signed in: a busy forwarder asks for many, nobody by the minute. */
    ENQUIRY(3000, 300, 3600),
    /** Search and other reading that costs. */
    SEARCH(600, 120, 60),
    /** Files of whole lists. */
    EXPORT(120, 20, 600),
    /** Whether a number is registered anywhere: enough for work at a counter, too few to list what there is. */
    CODE(1200, 120, 3600),
    /** What a page asks for by itself while somebody types. */
    PICK(3000, 600, 60),
    /** Tokens that open nothing; those that do are not counted. */
    BAD_TOKEN(60, 60, 60);

    private final int perAddress;
    private final int perSubject;
    private final int seconds;

    Limit(int perAddress, int perSubject, int seconds) {
        this.perAddress = perAddress;
        this.perSubject = perSubject;
        this.seconds = seconds;
    }

    public int perAddress() {
        return perAddress;
    }

    /** Permits of one account, or of one link. */
    public int perSubject() {
        return perSubject;
    }

    public int seconds() {
        return seconds;
    }
}
