package io.spate.acceptance.reliability;

import static io.spate.acceptance.reliability.Case.plain;
import static io.spate.acceptance.reliability.Cases.CHUNKED;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.spate.http.ExtractionException;
import io.spate.http.HttpClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Servers whose bodies are large, cut into crumbs, or not what their headers say. */
final class BodyCases {
    private static final String GROUP = "The body";
    private static final int LARGE_BYTES = 100_000_000;

    private BodyCases() {}

    static List<Case> all() {
        List<Case> all = new ArrayList<>();
        all.addAll(large());
        all.addAll(endless());
        all.addAll(chunked());
        all.addAll(coded());
        return all;
    }

    private static List<Case> large() {
        return List.of(
                plain(
                        GROUP,
                        "sends 100 MB",
                        BodyCases::sendLarge,
                        "body_too_large 1000: body too large"),
                plain(GROUP, "sends 100 MB, and bodies are discarded", BodyCases::sendLarge, "200")
                        .discardingBodies(),
                plain(
                        GROUP,
                        "sends 100 MB in chunks",
                        w -> {
                            w.request().send(CHUNKED);
                            sendMany(w, "100000\r\n" + "x".repeat(1 << 20) + "\r\n", 96);
                            w.send("0\r\n\r\n");
                        },
                        "body_too_large 1000: body too large"),
                plain(
                        GROUP,
                        "sends 10,000 chunks of a byte",
                        w -> {
                            while (true) {
                                w.request()
                                        .send(CHUNKED)
                                        .send("1\r\nx\r\n".repeat(10_000))
                                        .send("0\r\n\r\n");
                            }
                        },
                        "200"));
    }

    private static List<Case> endless() {
        return List.of(
                plain(
                        GROUP,
                        "sends chunks without end",
                        w ->
                                w.request()
                                        .send(CHUNKED)
                                        .sendForEver("1000\r\n" + "x".repeat(4096) + "\r\n"),
                        "body_too_large 1000: body too large"),
                plain(
                                GROUP,
                                "sends chunks without end, and bodies are discarded",
                                w ->
                                        w.request()
                                                .send(CHUNKED)
                                                .sendForEver(
                                                        "1000\r\n" + "x".repeat(4096) + "\r\n"),
                                Cases.TIMEOUT)
                        .discardingBodies()
                        .atTheTimeout(),
                plain(
                        GROUP,
                        "sends a body without length and without end",
                        w ->
                                w.request()
                                        .send("HTTP/1.1 200 OK\r\n\r\n")
                                        .sendForEver("x".repeat(65_536)),
                        "body_too_large 1000: body too large"),
                plain(
                        GROUP,
                        "sends trailers without end",
                        w -> w.request().send(CHUNKED, "0\r\n").sendForEver("X: y\r\n"),
                        "protocol 1000: malformed response: trailers over 64 KB"),
                plain(
                        GROUP,
                        "sends the line of a chunk without end",
                        w -> w.request().send(CHUNKED, "1;").sendForEver("name=value;"),
                        "protocol 1000: malformed response: chunk line over 4 KB"));
    }

    private static List<Case> chunked() {
        return List.of(
                chunks(
                        "sends a chunk size that is no number",
                        "two\r\nok\r\n0\r\n\r\n",
                        "protocol 1000: malformed response: bad chunk size"),
                chunks(
                        "sends a negative chunk size",
                        "-2\r\nok\r\n0\r\n\r\n",
                        "protocol 1000: malformed response: bad chunk size"),
                chunks(
                        "sends a chunk size above 64 bits",
                        "fffffffffffffffff\r\nok\r\n0\r\n\r\n",
                        "protocol 1000: malformed response: bad chunk size"),
                chunks(
                        "sends a chunk that is longer than its size",
                        "2\r\nok!\r\n0\r\n\r\n",
                        "protocol 1000: malformed response: chunk longer than its size"));
    }

    private static List<Case> coded() {
        return List.of(
                coded(
                        "sends gzip that is none",
                        "not gzip".getBytes(ISO_8859_1),
                        "200, the body of GET / cannot be decoded: Not in GZIP format"),
                coded(
                        "sends gzip that is cut off",
                        cutOff(),
                        "200, the body of GET / cannot be decoded: Unexpected end of ZLIB input stream"),
                coded(
                        "sends a gzip bomb: 100 MB in 100 KB",
                        bomb(),
                        "200, the body of GET / cannot be decoded: more than 67108864 bytes after gzip"));
    }

    private static void sendLarge(Wire wire) throws IOException {
        while (true) {
            wire.request().send("HTTP/1.1 200 OK\r\nContent-Length: " + LARGE_BYTES + "\r\n\r\n");
            sendMany(wire, "x".repeat(LARGE_BYTES / 100), 100);
        }
    }

    private static void sendMany(Wire wire, String text, int times) throws IOException {
        byte[] bytes = text.getBytes(ISO_8859_1);
        for (int i = 0; i < times; i++) {
            wire.send(bytes);
        }
    }

    private static Case chunks(String name, String chunks, String outcome) {
        return plain(
                GROUP,
                name,
                w -> {
                    while (true) {
                        w.request().send(CHUNKED, chunks);
                    }
                },
                outcome);
    }

    private static Case coded(String name, byte[] body, String outcome) {
        String head =
                "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: "
                        + body.length
                        + "\r\n\r\n";
        return plain(
                        GROUP,
                        name,
                        w -> {
                            while (true) {
                                w.request().send(head).send(body);
                            }
                        },
                        outcome)
                .doing(BodyCases::readBody);
    }

    private static String readBody(HttpClient client) {
        try {
            return client.request("GET", "/").send().body().substring(0, 10);
        } catch (ExtractionException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static byte[] cutOff() {
        byte[] whole = gzip(1000);
        return java.util.Arrays.copyOf(whole, whole.length / 2);
    }

    private static byte[] bomb() {
        return gzip(LARGE_BYTES);
    }

    private static byte[] gzip(int length) {
        var bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            byte[] block = new byte[1000];
            for (int i = 0; i < length / 1000; i++) {
                out.write(block);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }
}
