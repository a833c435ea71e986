package io.spate.k6;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLDecoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers by what it was asked, so that scripts can see what they have sent. {@code
 * bench/k6-conformance} starts it by itself.
 */
final class EchoServer implements AutoCloseable {
    private static final String PAGE =
            """
            <!DOCTYPE html><html><head><title>Fruit</title></head><body class="shop big">
            <h1 id="top">Fruit &amp; more</h1>
            <ul id="list"><li class="a" data-max-count="3" data-info='{"n":1}'>apple</li>
            <li class="b">pear</li><li class="c">plum</li></ul>
            <a href="/anything/first?x=1" rel="nofollow">first</a><a href="anything/second">second</a>
            <form id="login" action="/anything/form" method="post">
            <input type="hidden" name="csrf" value="t0k"><input type="text" name="user" value="me">
            <input type="checkbox" name="keep" value="yes" checked><input type="checkbox" name="no">
            <select name="kind"><option value="1">x</option><option value="2" selected>y</option></select>
            <textarea name="note">hi</textarea><input type="submit" name="go" value="Go"></form>
            <form id="search" action="/anything/search"><input name="q" value="pear"></form>
            </body></html>
            """;

    private final ServerSocket listener;

    EchoServer() throws IOException {
        listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().name("echo").start(this::accept);
    }

    /** Says where it listens, and goes on until it is ended. */
    static void main() throws IOException, InterruptedException {
        try (var server = new EchoServer()) {
            System.out.println(server.url());
            Thread.currentThread().join();
        }
    }

    String url() {
        return "http://127.0.0.1:" + listener.getLocalPort();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                var socket = listener.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException _) {
                return;
            }
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Asked(
            String method, String path, String query, Map<String, String> headers, byte[] body) {}

    private static void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            var in = new BufferedInputStream(socket.getInputStream());
            for (var asked = read(in); asked != null; asked = read(in)) {
                if (asked.path.equals("/close")) {
                    return;
                }
                socket.getOutputStream().write(answer(asked));
            }
        } catch (IOException | InterruptedException | IndexOutOfBoundsException _) {
            // The client has gone, or speaks something else.
        }
    }

    private static @Nullable Asked read(InputStream in) throws IOException {
        var first = line(in);
        if (first.isEmpty()) {
            return null;
        }
        var headers = new LinkedHashMap<String, String>();
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        var parts = first.split(" ", -1);
        int question = parts[1].indexOf('?');
        return new Asked(
                parts[0],
                question < 0 ? parts[1] : parts[1].substring(0, question),
                question < 0 ? "" : parts[1].substring(question + 1),
                headers,
                in.readNBytes(length));
    }

    private static String line(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (next != '\r') {
                bytes.write(next);
            }
        }
        return bytes.toString(UTF_8);
    }

    /** For who logs in as user with the password pass, in MD5. */
    private static byte[] digest(Asked asked) throws IOException {
        var given = asked.headers.getOrDefault("authorization", "");
        var nonce = part(given, "nonce");
        var between =
                String.join(
                        ":", nonce, part(given, "nc"), part(given, "cnonce"), part(given, "qop"));
        var target = asked.path + (asked.query.isEmpty() ? "" : "?" + asked.query);
        var expected =
                md5(
                        md5("user:realm:pass")
                                + ":"
                                + between
                                + ":"
                                + md5(asked.method + ":" + target));
        return given.startsWith("Digest ") && part(given, "response").equals(expected)
                ? response(200, "", ("in " + asked.body.length).getBytes(UTF_8))
                : response(
                        401,
                        "WWW-Authenticate: Digest realm=\"realm\", qop=\"auth\", algorithm=MD5,"
                                + " nonce=\"n1\", opaque=\"o1\"\r\n",
                        "out".getBytes(UTF_8));
    }

    private static String part(String header, String name) {
        var found = Pattern.compile("\\b" + name + "=\"?([^\",]*)").matcher(header);
        return found.find() ? found.group(1) : "";
    }

    private static String md5(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] answer(Asked asked) throws IOException, InterruptedException {
        var segments = asked.path.substring(1).split("/", -1);
        return switch (segments[0]) {
            case "status" -> response(Integer.parseInt(segments[1]), "", "status".getBytes(UTF_8));
            case "redirect" -> {
                int left = Integer.parseInt(segments[1]) - 1;
                var to = left > 0 ? "/redirect/" + left : "/anything/end";
                yield response(302, "Location: " + to + "\r\n", new byte[0]);
            }
            case "digest" -> digest(asked);
            case "cookies" -> cookies(asked, segments);
            case "html" -> response(200, "Content-Type: text/html\r\n", PAGE.getBytes(UTF_8));
            case "bytes" -> response(200, "", bytes(Integer.parseInt(segments[1])));
            case "delay" -> {
                Thread.sleep(Long.parseLong(segments[1]));
                yield response(200, "", "late".getBytes(UTF_8));
            }
            case "gzip" -> response(200, "Content-Encoding: gzip\r\n", zipped("small".repeat(100)));
            case "basic" -> basic(asked, segments);
            default -> echo(asked, asked.method.equals("HEAD"));
        };
    }

    private static byte[] cookies(Asked asked, String[] segments) {
        if (segments.length > 1 && segments[1].equals("set")) {
            var lines = new StringBuilder();
            for (var pair : asked.query.split("&", -1)) {
                lines.append("Set-Cookie: ").append(pair).append("; Path=/; HttpOnly\r\n");
            }
            return response(302, lines + "Location: /cookies\r\n", new byte[0]);
        }
        var cookies = new LinkedHashMap<String, String>();
        for (var pair : asked.headers.getOrDefault("cookie", "").split("; ", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return json(cookies);
    }

    private static byte[] basic(Asked asked, String[] segments) {
        var wanted =
                Base64.getEncoder()
                        .encodeToString((segments[1] + ":" + segments[2]).getBytes(UTF_8));
        boolean welcome = ("Basic " + wanted).equals(asked.headers.get("authorization"));
        return response(
                welcome ? 200 : 401, "WWW-Authenticate: Basic realm=\"r\"\r\n", new byte[] {'.'});
    }

    private static byte[] echo(Asked asked, boolean head) {
        var all = new LinkedHashMap<String, Object>();
        all.put("method", asked.method);
        all.put("path", asked.path);
        all.put("query", asked.query);
        all.put("headers", asked.headers);
        all.put("body", new String(asked.body, ISO_8859_1));
        all.put("form", form(asked));
        byte[] made = json(all);
        if (!head) {
            return made;
        }
        var text = new String(made, ISO_8859_1);
        return text.substring(0, text.indexOf("\r\n\r\n") + 4).getBytes(ISO_8859_1);
    }

    private static Map<String, String> form(Asked asked) {
        var fields = new LinkedHashMap<String, String>();
        var type = asked.headers.getOrDefault("content-type", "");
        if (type.startsWith("application/x-www-form-urlencoded")) {
            for (var pair : new String(asked.body, UTF_8).split("&", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    fields.put(
                            URLDecoder.decode(pair.substring(0, equals), UTF_8),
                            URLDecoder.decode(pair.substring(equals + 1), UTF_8));
                }
            }
        }
        return fields;
    }

    private static byte[] json(Object value) {
        return response(
                200,
                "Content-Type: application/json\r\nX-Two: one\r\nX-Two: two\r\n",
                JsonMapper.shared().writeValueAsBytes(value));
    }

    private static byte[] bytes(int count) {
        var all = new byte[count];
        for (int i = 0; i < count; i++) {
            all[i] = (byte) i;
        }
        return all;
    }

    private static byte[] zipped(String text) {
        var out = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(out)) {
            zip.write(text.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] response(int status, String headers, byte[] body) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(
                "HTTP/1.1 %d Said\r\n%sContent-Length: %d\r\n\r\n"
                        .formatted(status, headers, body.length)
                        .getBytes(UTF_8));
        out.writeBytes(body);
        return out.toByteArray();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
