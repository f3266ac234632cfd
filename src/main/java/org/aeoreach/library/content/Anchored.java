package org.aeoreach.library.content;

/**
 * A heading as it is typed: {@code How to prepare {#prepare}}.
 *
 * @param anchor empty when it has none
 */
record Anchored(String heading, String anchor) {

    static Anchored of(String typed) {
        String whole = typed.strip();
        int begin = whole.lastIndexOf("{#");
        if (begin < 0 || !whole.endsWith("}")) {
            return new Anchored(whole, "");
        }
        String anchor = whole.substring(begin + 2, whole.length() - 1);
        return Codes.isCode(anchor)
                ? new Anchored(whole.substring(0, begin).stripTrailing(), anchor)
                : new Anchored(whole, "");
    }
}
