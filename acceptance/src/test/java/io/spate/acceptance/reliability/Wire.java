package io.spate.acceptance.reliability;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server's side of one connection, with what a misbehaving server does as verbs that can be
 * chained.
 */
public final class Wire {
    private static final int TLS_HANDSHAKE = 22;
    private static final int HEAD_BYTES_MAX = 1 << 20;

    private final Socket socket;
    private final Socket plain;
    private final InputStream in;
    private final AtomicInteger requests;
    private String head = "";

    /**
     * A side of a connection.
     *
     * @param socket what bytes go through
     * @param plain the one below TLS; the same where there is none
     */
    Wire(Socket socket, Socket plain, AtomicInteger requests) throws IOException {
        this.plain = plain;
        this.socket = socket;
        this.in = socket.getInputStream();
        this.requests = requests;
        socket.setTcpNoDelay(true);
    }

    /** Reads the head of a request, and its body where it has a length. */
    public Wire request() throws IOException {
        requestHead();
        int length = 0;
        for (String line : head.split("\r\n", -1)) {
            if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(line.substring(15).strip());
            }
        }
        in.skipNBytes(length);
        return this;
    }

    /** Reads the head of a request and nothing after it. */
    public Wire requestHead() throws IOException {
        var read = new StringBuilder();
        while (read.length() < 4 || !read.substring(read.length() - 4).equals("\r\n\r\n")) {
            int next = in.read();
            if (next == TLS_HANDSHAKE && read.isEmpty()) {
                send("HTTP/1.1 400 Plain HTTP\r\n\r\n").hang();
            }
            if (next < 0 || read.length() > HEAD_BYTES_MAX) {
                throw new EOFException();
            }
            read.append((char) next);
        }
        requests.incrementAndGet();
        head = read.toString();
        return this;
    }

    /** The path of the last request. */
    public String path() {
        return head.split(" ", 3)[1];
    }

    /** The port of the server. */
    String port() {
        return String.valueOf(socket.getLocalPort());
    }

    public Wire send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    /** Sends texts, one after another in one piece. */
    public Wire send(String... texts) throws IOException {
        return send(String.join("", texts).getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Sends a text a byte at a time, with a pause after each. */
    public Wire drip(String text, int pauseMillis) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            send(text.substring(i, i + 1)).pause(pauseMillis);
        }
        return this;
    }

    /** Sends a text again and again until the client hangs up. */
    void sendForEver(String text) throws IOException {
        while (true) {
            send(text);
        }
    }

    public Wire pause(int millis) throws IOException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        return this;
    }

    /** Says that nothing more will come, and still listens. */
    public Wire halfClose() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    /** Stays silent until the client hangs up. */
    public void hang() throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
    }

    /** Ends TCP in an orderly way, and TLS over it not at all. */
    void cut() throws IOException {
        plain.shutdownOutput();
        plain.getInputStream().transferTo(OutputStream.nullOutputStream());
        plain.close();
    }

    /** Ends the connection by a reset in place of an orderly close. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }
}
