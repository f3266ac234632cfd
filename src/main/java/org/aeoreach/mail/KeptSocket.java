package org.aeoreach.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.Objects;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * The socket of a connection, whose patience can be changed while it is used. Jakarta Mail has it made and connects it
 * itself, so it is made here without an address only.
 */
final class KeptSocket extends SocketFactory {

    private @Nullable Socket socket;

    /** From now on a reply may take that long. */
    void patience(Duration longest) throws SocketException {
        Objects.requireNonNull(socket, "Not connected").setSoTimeout((int) longest.toMillis());
    }

    @Override
    public Socket createSocket() throws IOException {
        Socket made = SocketFactory.getDefault().createSocket();
        socket = made;
        return made;
    }

    /** The same where the protection begins at once and the socket below it is made elsewhere. */
    SSLSocketFactory below(SSLSocketFactory protection) {
        return new Protection(protection);
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
        throw new UnsupportedOperationException();
    }

    private final class Protection extends SSLSocketFactory {

        private final SSLSocketFactory made;

        private Protection(SSLSocketFactory made) {
            this.made = made;
        }

        @Override
        public Socket createSocket(Socket below, String host, int port, boolean close) throws IOException {
            socket = below;
            return made.createSocket(below, host, port, close);
        }

        @Override
        public String[] getDefaultCipherSuites() {
            return made.getDefaultCipherSuites();
        }

        @Override
        public String[] getSupportedCipherSuites() {
            return made.getSupportedCipherSuites();
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return KeptSocket.this.createSocket(host, port);
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
            return KeptSocket.this.createSocket(host, port, from, fromPort);
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return KeptSocket.this.createSocket(host, port);
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
            return KeptSocket.this.createSocket(host, port, from, fromPort);
        }
    }
}
