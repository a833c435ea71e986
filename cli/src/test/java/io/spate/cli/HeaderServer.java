package io.spate.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers every request with the same response, and keeps what was sent. */
final class HeaderServer implements AutoCloseable {
    private final ServerSocket socket;
    private final String status;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();

    HeaderServer(String status) throws IOException {
        this(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), status);
    }

    /** One that listens already, such as for TLS. */
    HeaderServer(ServerSocket socket, String status) {
        this.socket = socket;
        this.status = status;
        Thread.ofVirtual().start(this::accept);
    }

    String url() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    /** Request lines and headers, in the order in which they came. */
    List<String> lines() {
        return lines;
    }

    /** What was posted. */
    List<String> bodies() {
        return bodies;
    }

    private void accept() {
        try {
            while (true) {
                var connection = socket.accept();
                Thread.ofVirtual().start(() -> serve(connection));
            }
        } catch (SocketException _) {
            // Closed.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            var in =
                    new BufferedReader(
                            new InputStreamReader(
                                    connection.getInputStream(), StandardCharsets.ISO_8859_1));
            int length = 0;
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                if (!line.isEmpty()) {
                    lines.add(line);
                    length =
                            line.toLowerCase(Locale.ROOT).startsWith("content-length:")
                                    ? Integer.parseInt(line.substring(15).strip())
                                    : length;
                    continue;
                }
                var body = new char[length];
                for (int read = 0; read < length; ) {
                    read += in.read(body, read, length - read);
                }
                if (length > 0) {
                    bodies.add(
                            new String(
                                    new String(body).getBytes(StandardCharsets.ISO_8859_1),
                                    StandardCharsets.UTF_8));
                }
                length = 0;
                connection
                        .getOutputStream()
                        .write(
                                "HTTP/1.1 %s\r\nContent-Length: 2\r\n\r\nok"
                                        .formatted(status)
                                        .getBytes(StandardCharsets.ISO_8859_1));
            }
        } catch (IOException _) {
            // The client has gone.
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
