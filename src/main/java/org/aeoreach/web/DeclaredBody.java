package org.aeoreach.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;

/**
 * A request that offers to upgrade the connection, as Java's own HTTP client does with every first one. The server
 * does not upgrade, but takes everything that follows for the body and waits for it; here the body ends where
 * Content-Length says.
 */
final class DeclaredBody extends HttpServletRequestWrapper {

    private DeclaredBody(HttpServletRequest request) {
        super(request);
    }

    static HttpServletRequest of(HttpServletRequest request) {
        return request.getHeader("Upgrade") == null ? request : new DeclaredBody(request);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new Bounded(super.getInputStream(), Math.max(0, getContentLengthLong()));
    }

    private static final class Bounded extends ServletInputStream {

        private final ServletInputStream in;
        private long left;

        Bounded(ServletInputStream in, long left) {
            this.in = in;
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            int value = left > 0 ? in.read() : -1;
            left -= value < 0 ? 0 : 1;
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = left > 0 ? in.read(buffer, offset, (int) Math.min(length, left)) : -1;
            left -= Math.max(n, 0);
            return n;
        }

        @Override
        public int available() throws IOException {
            return (int) Math.min(in.available(), left);
        }

        @Override
        public boolean isFinished() {
            return left <= 0 || in.isFinished();
        }

        @Override
        public boolean isReady() {
            return left <= 0 || in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("read at once");
        }
    }
}
