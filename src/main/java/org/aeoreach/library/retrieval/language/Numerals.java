package org.aeoreach.library.retrieval.language;

import java.math.BigDecimal;

/** Numbers in one way of writing. */
final class Numerals {

    private static final int LONGEST_COUNTED = 9;

    private Numerals() {}

    /** The number without zeros in front of it, times the unit of ten thousands or hundred millions that follows. */
    static String times(String digits, char unit) {
        boolean counted = digits.length() <= LONGEST_COUNTED && digits.indexOf('.') == digits.lastIndexOf('.');
        int zeros = unit == '万' ? 4 : unit == '亿' ? 8 : 0;
        if (!counted || zeros == 0) {
            return digits;
        }
        return new BigDecimal(digits)
                .scaleByPowerOfTen(zeros)
                .stripTrailingZeros()
                .toPlainString();
    }
}
