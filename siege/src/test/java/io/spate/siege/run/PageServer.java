package io.spate.siege.run;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** A server that answers each path as it is told, and remembers what was asked. */
final class PageServer implements AutoCloseable {
    private final ServerSocket listener;
    private final Map<String, String> answers;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();

    /** With an answer for each path: status, headers and after an empty line the body. */
    PageServer(Map<String, String> answers) throws IOException {
        this.answers = answers;
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(this::accept);
    }

    String url(String path) {
        return "http://127.0.0.1:" + listener.getLocalPort() + path;
    }

    /** Whole requests, in the order in which they came. */
    List<String> requests() {
        return requests;
    }

    /** Method and path of each. */
    List<String> lines() {
        return requests.stream().map(it -> it.substring(0, it.indexOf(" HTTP/1.1"))).toList();
    }

    int connections() {
        return connections.get();
    }

    private void accept() {
        try {
            while (true) {
                var socket = listener.accept();
                connections.incrementAndGet();
                Thread.ofPlatform().daemon().start(() -> serve(socket));
            }
        } catch (IOException _) {
            // Closed.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var in = socket.getInputStream();
            var request = read(in);
            while (!request.isEmpty()) {
                requests.add(request);
                answer(socket, request);
                if (request.contains("Connection: close\r\n")) {
                    return;
                }
                request = read(in);
            }
        } catch (IOException _) {
            // The client went away.
        }
    }

    private void answer(Socket socket, String request) throws IOException {
        var path = request.split(" ", 3)[1];
        var authorized = request.contains("Authorization: ") ? "authorized " : "";
        var answer = answers.getOrDefault(authorized + path, answers.get(path));
        var found = answer == null ? "404 Not Found\n\nnone" : answer;
        int end = found.indexOf("\n\n");
        var head = found.substring(0, end).replace("\n", "\r\n").replace("HERE", url(""));
        var body = found.substring(end + 2);
        var text =
                "HTTP/1.1 %s\r\nContent-Length: %d\r\n\r\n%s".formatted(head, body.length(), body);
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    }

    /** A request with its body; empty at the end. */
    private static String read(InputStream in) throws IOException {
        var text = new StringBuilder();
        int left = -1;
        while (left != 0) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            text.append((char) next);
            if (left > 0) {
                left--;
            } else if (text.toString().endsWith("\r\n\r\n")) {
                var matcher = Pattern.compile("Content-Length: (\\d+)").matcher(text);
                left = matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
            }
        }
        return text.toString();
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
