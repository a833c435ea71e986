package io.spate.script.load;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/** Answers HTTP/1.1 requests on the loopback, and remembers them. */
final class TinyServer implements AutoCloseable {
    private final ServerSocket socket;
    private final Function<Request, String> bodies;
    private final Queue<Request> requests = new ConcurrentLinkedQueue<>();

    /**
     * What it was asked.
     *
     * @param headers by name in any case
     */
    record Request(String method, String target, Map<String, String> headers, String body) {}

    private TinyServer(Function<Request, String> bodies) throws IOException {
        this.bodies = bodies;
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /** A server whose bodies a function gives; the status is 200. */
    static TinyServer start(Function<Request, String> bodies) {
        try {
            return new TinyServer(bodies);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    String url() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    Queue<Request> requests() {
        return requests;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void accept() {
        try {
            while (true) {
                var connection = socket.accept();
                Thread.ofVirtual().start(() -> serve(connection));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            var in = new BufferedInputStream(connection.getInputStream());
            for (var line = line(in); !line.isEmpty(); line = line(in)) {
                var request = read(line.split(" ", -1), in);
                requests.add(request);
                var body = bodies.apply(request).getBytes(StandardCharsets.UTF_8);
                var head = "HTTP/1.1 200 OK\r\nContent-Length: " + body.length + "\r\n\r\n";
                connection.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
                connection.getOutputStream().write(body);
            }
        } catch (IOException closed) {
            // The client has gone.
        }
    }

    private static Request read(String[] first, InputStream in) throws IOException {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.merge(
                    line.substring(0, colon),
                    line.substring(colon + 1).strip(),
                    (one, other) -> one + " and " + other);
        }
        int length = Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
        var body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        return new Request(first[0], first[1], headers, body);
    }

    /** Up to the line's end, without it; empty at the end of all. */
    private static String line(InputStream in) throws IOException {
        var text = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (next != '\r') {
                text.append((char) next);
            }
        }
        return text.toString();
    }
}
