package org.aeoreach.launcher.registry;

/** Codes of the right form that belong to nobody. */
final class SampleCodes {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] ORGANISATION = {3, 7, 9, 10, 5, 8, 4, 2};

    private SampleCodes() {}

    /** The house, an economic zone 1 to 8, and the number: no code has 9999 behind its first four digits. */
    static String customs(String house, long number, int zone) {
        String tail = Long.toString(number, 36).toUpperCase(java.util.Locale.ROOT);
        return house + (1 + zone % 8) + "0".repeat(5 - tail.length()) + tail;
    }

    /** 91 for a company, a region that does not exist, a number with the check digit of GB 11714, that of GB 32100. */
    static String uscc(String house, long number) {
        StringBuilder organisation = new StringBuilder();
        long left = number;
        for (int i = 0; i < 6; i++) {
            organisation.insert(0, ALPHABET.charAt((int) (left % ALPHABET.length())));
            left /= ALPHABET.length();
        }
        String body = "MA" + organisation;
        String code = "91" + "88" + house + body + organisationCheck(body);
        return code + check(code);
    }

    private static char organisationCheck(String body) {
        int sum = 0;
        for (int i = 0; i < ORGANISATION.length; i++) {
            sum += Character.digit(body.charAt(i), 36) * ORGANISATION[i];
        }
        int check = 11 - sum % 11;
        return check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
    }

    private static char check(String code) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < code.length(); i++) {
            sum += ALPHABET.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }
}
