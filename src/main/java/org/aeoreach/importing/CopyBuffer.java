package org.aeoreach.importing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rows in PostgreSQL's text format of COPY: tabs between the columns, a line for each row. They are kept as the bytes
 * that are sent; the buffer is used again, since what a million rows take up would otherwise be thrown away and made
 * anew all the time.
 */
public final class CopyBuffer {

    private byte[] bytes = new byte[1 << 20];
    private int length;
    private int[] ends = new int[1024];
    private int rows;

    /** Begins a row with a number. */
    public void begin(long first) {
        ascii(Long.toString(first));
    }

    /** Adds a column; null stands for nothing. */
    public void cell(@Nullable String value) {
        put('\t');
        if (value == null) {
            ascii("\\N");
            return;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < 0x80) {
                escaped(c);
            } else if (c < 0x800) {
                put(0xC0 | c >> 6);
                put(0x80 | c & 0x3F);
            } else if (Character.isSurrogate(c)) {
                int end = i + Character.charCount(value.codePointAt(i));
                for (byte each : value.substring(i, end).getBytes(StandardCharsets.UTF_8)) {
                    put(each);
                }
                i = end - 1;
            } else {
                put(0xE0 | c >> 12);
                put(0x80 | c >> 6 & 0x3F);
                put(0x80 | c & 0x3F);
            }
        }
    }

    private void escaped(char c) {
        switch (c) {
            case '\\' -> ascii("\\\\");
            case '\t' -> ascii("\\t");
            case '\n' -> ascii("\\n");
            case '\r' -> ascii("\\r");
            default -> put(c);
        }
    }

    private void ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            put(text.charAt(i));
        }
    }

    private void put(int value) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, length * 2);
        }
        bytes[length++] = (byte) value;
    }

    public void end() {
        put('\n');
        if (rows == ends.length) {
            ends = Arrays.copyOf(ends, rows * 2);
        }
        ends[rows++] = length;
    }

    public int rows() {
        return rows;
    }

    /** The rows in the order they were written. */
    public byte[] bytes() {
        return Arrays.copyOf(bytes, length);
    }

    /** The rows in the order of these texts, of which each row has one. */
    public byte[] bytesBy(List<String> texts) {
        byte[] sorted = new byte[length];
        int[] order = IntStream.range(0, rows)
                .boxed()
                .sorted(Comparator.comparing(texts::get))
                .mapToInt(Integer::intValue)
                .toArray();
        int at = 0;
        for (int row : order) {
            int start = row == 0 ? 0 : ends[row - 1];
            System.arraycopy(bytes, start, sorted, at, ends[row] - start);
            at += ends[row] - start;
        }
        return sorted;
    }

    public void clear() {
        length = 0;
        rows = 0;
    }

    /** Texts as PostgreSQL writes an array. */
    public static String array(List<String> texts) {
        return texts.stream()
                .map(each -> '"' + each.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }
}
