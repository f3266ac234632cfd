package org.aeoreach.enterprise.importing;

/** The form of the two codes of an enterprise, checked without a pattern: a million of them are, in seconds. */
public final class CodeForm {

    /** The characters of a unified social credit code by their value (GB 32100-2015, table 4). */
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static final int LENGTH = 18;

    private CodeForm() {}

    /** Whether it is an 18-character credit code whose last character is the check digit of the others. */
    public static boolean isUscc(String text) {
        if (text.length() != LENGTH) {
            return false;
        }
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < LENGTH - 1; i++) {
            int value = ALPHABET.indexOf(text.charAt(i));
            if (value < 0) {
                return false;
            }
            sum += value * weight;
            weight = weight * 3 % ALPHABET.length();
        }
        int check = (ALPHABET.length() - sum % ALPHABET.length()) % ALPHABET.length();
        return text.charAt(LENGTH - 1) == ALPHABET.charAt(check);
    }

    /** Whether it is four digits and six digits or capital letters. */
    public static boolean isCustomsCode(String text) {
        if (text.length() != 10) {
            return false;
        }
        for (int i = 0; i < 10; i++) {
            char c = text.charAt(i);
            if (!(c >= '0' && c <= '9' || i >= 4 && c >= 'A' && c <= 'Z')) {
                return false;
            }
        }
        return true;
    }

    /** As typed: wide characters, blanks, hyphens and small letters are put right. */
    public static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 0xFF00 && c < 0xFF5F) {
                c -= 0xFEE0;
            }
            if (c != '-' && !Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
                plain.append(c >= 'a' && c <= 'z' ? (char) (c - 32) : c);
            }
        }
        return plain.toString();
    }
}
