package org.aeoreach.importing.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * In which encoding a text is. Spreadsheets in China save GB18030 (or GBK, a part of it) unless told otherwise, so what
 * is no valid UTF-8 is tried as that.
 */
final class Encoding {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int CHUNK = 1 << 16;

    private enum Fit {
        WHOLE,
        CUT,
        NONE
    }

    private Encoding() {}

    /** @throws org.aeoreach.platform.Problem 400 when it is in none of those known, or ends within a character */
    static Charset of(Path path) throws IOException {
        byte[] first;
        try (InputStream in = Files.newInputStream(path)) {
            first = in.readNBytes(2);
        }
        if (first.length == 2
                && (first[0] == (byte) 0xFF && first[1] == (byte) 0xFE
                        || first[0] == (byte) 0xFE && first[1] == (byte) 0xFF)) {
            return StandardCharsets.UTF_16;
        }
        Fit utf8 = fit(path, StandardCharsets.UTF_8);
        if (utf8 == Fit.CUT) {
            throw TableFile.refused("cut-end");
        }
        if (utf8 == Fit.WHOLE) {
            return StandardCharsets.UTF_8;
        }
        return switch (fit(path, GB18030)) {
            case WHOLE -> GB18030;
            case CUT -> throw TableFile.refused("cut-end");
            case NONE -> throw TableFile.refused("encoding");
        };
    }

    /** Decoders report what is malformed unless they are told to replace it. */
    private static Fit fit(Path path, Charset charset) throws IOException {
        CharsetDecoder decoder = charset.newDecoder();
        ByteBuffer bytes = ByteBuffer.allocate(CHUNK);
        CharBuffer chars = CharBuffer.allocate(CHUNK);
        try (InputStream in = Files.newInputStream(path)) {
            for (int n = in.read(bytes.array());
                    n >= 0;
                    n = in.read(bytes.array(), bytes.position(), bytes.remaining())) {
                bytes.limit(bytes.position() + n).position(0);
                if (decoder.decode(bytes, chars.clear(), false).isError()) {
                    return Fit.NONE;
                }
                bytes.compact();
            }
        }
        return bytes.position() == 0 ? Fit.WHOLE : Fit.CUT;
    }
}
