package org.aeoreach.importing.table;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a text (RFC 4180, with any of three separators and any line ends). A quotation mark within a cell that does
 * not begin with one stands for itself.
 */
final class TextRows implements TableRows {

    private static final int END = -1;

    private final Reader in;
    private final char separator;
    private final char[] buffer = new char[1 << 16];
    private final StringBuilder cell = new StringBuilder();
    private final List<String> cells = new ArrayList<>();
    private int at;
    private int filled;
    private long line;
    private long nextLine = 1;
    private int width;

    TextRows(Reader in, char separator) {
        this.in = in;
        this.separator = separator;
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public String @Nullable [] next() throws IOException {
        while (true) {
            line = nextLine;
            cells.clear();
            int end = row();
            boolean blank = blank();
            if (!blank && end == END && cells.size() < width) {
                throw TableFile.refused("cut", line, cells.size(), width);
            }
            if (!blank) {
                width = width == 0 ? cells.size() : width;
                return cells.toArray(String[]::new);
            }
            if (end == END) {
                return null;
            }
        }
    }

    private boolean blank() {
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isBlank()) {
                return false;
            }
        }
        return true;
    }

    /** Reads the cells of one row and tells what ended it. */
    private int row() throws IOException {
        while (true) {
            int end = cell();
            cells.add(unwrapped(cell.toString()));
            if (end != separator) {
                nextLine++;
                return end;
            }
        }
    }

    /** Reads one cell and tells what ended it: the separator, a line feed or the end. */
    private int cell() throws IOException {
        cell.setLength(0);
        int c = read();
        if (c == '"') {
            quoted();
            c = read();
        }
        while (c != separator && c != END && c != '\n' && c != '\r') {
            cell.append((char) c);
            run();
            c = read();
        }
        if (c == '\r' && peek() == '\n') {
            at++;
        }
        return c == '\r' ? '\n' : c;
    }

    /** Takes over what stands in the buffer up to the next character that may end the cell. */
    private void run() {
        int from = at;
        while (at < filled) {
            char c = buffer[at];
            if (c == separator || c == '\n' || c == '\r') {
                break;
            }
            at++;
        }
        cell.append(buffer, from, Math.max(at - from, 0));
    }

    private void quoted() throws IOException {
        while (true) {
            int c = read();
            if (c == END) {
                throw TableFile.refused("quote", line);
            }
            if (c == '"') {
                if (peek() != '"') {
                    return;
                }
                at++;
            }
            nextLine += c == '\n' ? 1 : 0;
            cell.append((char) c);
        }
    }

    /** A code behind an equals sign in quotation marks is how spreadsheets are kept from making a number of it. */
    private static String unwrapped(String text) {
        return text.length() > 2
                        && text.startsWith("=\"")
                        && text.endsWith("\"")
                        && text.indexOf('"', 2) == text.length() - 1
                ? text.substring(2, text.length() - 1)
                : text;
    }

    private int read() throws IOException {
        int c = peek();
        at++;
        return c;
    }

    private int peek() throws IOException {
        if (at >= filled) {
            fill();
        }
        return filled < 0 ? END : buffer[at];
    }

    private void fill() throws IOException {
        if (filled < 0) {
            return;
        }
        try {
            filled = in.read(buffer);
            at = 0;
        } catch (CharacterCodingException e) {
            throw TableFile.refused("encoding");
        }
        for (int i = 0; i < filled; i++) {
            if (buffer[i] == 0) {
                throw TableFile.refused("encoding");
            }
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
