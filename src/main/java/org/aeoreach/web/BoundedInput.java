package org.aeoreach.web;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.aeoreach.platform.Problem;

/** A body without Content-Length is cut off at the limit of its route: 413. */
final class BoundedInput extends FilterInputStream {

    private final int limit;
    private long read;

    BoundedInput(InputStream in, int limit) {
        super(in);
        this.limit = limit;
    }

    static Problem tooLarge(int limit) {
        return new Problem(413, "web.problem.too-large", limit >> 10);
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = super.read(buffer, offset, length);
        count(Math.max(n, 0));
        return n;
    }

    private void count(int bytes) {
        read += bytes;
        if (read > limit) {
            throw tooLarge(limit);
        }
    }
}
