package org.aeoreach.mail;

import java.util.Locale;

/** What has gone wrong with one mail after the other since the server last took one. */
final class Setbacks {

    /** Refusals in the same words after which it is the server that takes none, and not the mails that are wrong. */
    static final int ALIKE = 3;
    /** Mails in a row of which none was taken, for whatever reason, after which this node holds back. */
    static final int MOST = 20;

    private int failures;
    private int alike;
    private String words = "";

    void count(Delivery delivery) {
        switch (delivery.outcome()) {
            case SENT -> {
                failures = 0;
                alike = 0;
            }
            case NEVER -> {
                failures++;
                String said = alone(delivery.reason());
                alike = said.equals(words) ? alike + 1 : 1;
                words = said;
            }
            case LATER, NO_ADDRESS -> failures++;
            default -> {}
        }
    }

    /** The reply without what is of this mail alone: addresses, numbers, marks of the log. */
    private static String alone(String reason) {
        String code = reason.split("[ -]", 2)[0];
        return code
                + reason.substring(code.length())
                        .replaceAll("<[^>]*>|\\S*[@0-9]\\S*", "")
                        .replaceAll("\\s+", " ")
                        .toLowerCase(Locale.ROOT);
    }

    /** Whether a refusal says nothing about the mail refused. */
    boolean alike() {
        return alike >= ALIKE;
    }

    /** Whether none of so many was taken; they are counted anew from here. */
    boolean tooMany() {
        boolean many = failures >= MOST;
        failures = many ? 0 : failures;
        return many;
    }
}
