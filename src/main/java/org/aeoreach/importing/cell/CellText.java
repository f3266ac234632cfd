package org.aeoreach.importing.cell;

/** The text of a cell as it is meant. */
public final class CellText {

    private static final String COMPUTED = "=+-@＝＋－＠";

    private CellText() {}

    /**
     * Without blanks around it and without the apostrophe by which files exported from here keep a spreadsheet from
     * computing it.
     *
     * @param lines whether it may have several lines; else they become one
     * @throws Refused when it is a formula or holds characters no text has
     */
    public static String of(FileField field, String cell, boolean lines) throws Refused {
        String text = cell.strip();
        if (text.startsWith("=")) {
            throw new Refused("formula", field.column());
        }
        if (text.length() > 1 && text.charAt(0) == '\'' && COMPUTED.indexOf(text.charAt(1)) >= 0) {
            text = text.substring(1);
        }
        boolean blanks = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean blank = c == '\n' || c == '\r' || c == '\t';
            if (c < ' ' && !blank || c == '\uFFFD') {
                throw new Refused("characters", field.column());
            }
            blanks |= blank;
        }
        return blanks && !lines ? text.replaceAll("[\\n\\r\\t]+", " ") : text;
    }

    /** @throws Refused when it is longer than its field can keep */
    public static String bounded(FileField field, String text) throws Refused {
        if (text.length() > field.longest()) {
            throw new Refused("long", field.column(), Integer.toString(field.longest()));
        }
        return text;
    }

    /** What the reader is told of a text, at most a few words of it. */
    public static String shown(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
