package io.spate.http.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Random;

/** Valid responses, and what becomes of them where a few bytes change. The seed says all. */
public final class Mutations {
    private static final List<String> VALID =
            List.of(
                    lines("HTTP/1.1 200 OK", "Content-Length: 5", "", "hello"),
                    lines("HTTP/1.1 204 No Content", "Server: x", "", ""),
                    lines("HTTP/1.1 304 Not Modified", "ETag: \"a\"", "Content-Length: 7", "", ""),
                    lines(
                            "HTTP/1.0 200 OK",
                            "Connection: keep-alive",
                            "Content-Length: 2",
                            "",
                            "ok"),
                    lines("HTTP/1.1 200 OK", "Connection: close", "", "until the end"),
                    lines(
                            "HTTP/1.1 100 Continue",
                            "",
                            "HTTP/1.1 201 Created",
                            "Content-Length: 1",
                            "",
                            "x"),
                    lines(
                            "HTTP/1.1 103 Early Hints",
                            "Link: </a>",
                            "",
                            "HTTP/1.1 200 OK",
                            "Content-Length: 0",
                            "",
                            ""),
                    lines(
                            "HTTP/1.1 200 OK",
                            "Transfer-Encoding: chunked",
                            "",
                            "4",
                            "Wiki",
                            "5;a=b",
                            "pedia",
                            "0",
                            "",
                            ""),
                    lines(
                            "HTTP/1.1 200 OK",
                            "Transfer-Encoding: gzip, chunked",
                            "",
                            "A",
                            "0123456789",
                            "00",
                            "Expires: never",
                            "X: y",
                            "",
                            ""),
                    lines(
                            "HTTP/1.1 404 Not Found",
                            "Content-Type: text/html",
                            "Content-Length: 3, 3",
                            "",
                            "no!"),
                    lines(
                            "HTTP/1.1 503 Busy",
                            "Set-Cookie: a=b; Path=/",
                            "Set-Cookie: c=d",
                            "X-Folded: a",
                            "  b",
                            "Content-Length: 4",
                            "",
                            "busy"),
                    "HTTP/1.1 200 OK\nContent-Length: 2\n\nok");

    /** What parsers stumble over. */
    private static final List<String> WORDS =
            List.of(
                    "\r\n",
                    "\n",
                    "\r",
                    "\r\n\r\n",
                    "\0",
                    " ",
                    "\t",
                    ":",
                    ",",
                    ";",
                    "-1",
                    "0",
                    "7fffffff",
                    "ffffffffffffffff",
                    "9223372036854775807",
                    "99999999999999999999",
                    "HTTP/1.1 ",
                    "HTTP/1.1 200 OK\r\n",
                    "Content-Length: 3\r\n",
                    "Content-Length: ",
                    "Transfer-Encoding: chunked\r\n",
                    "Transfer-Encoding: identity\r\n",
                    "Connection: close\r\n",
                    "\u00ff\u00fe");

    private Mutations() {}

    private static String lines(String... lines) {
        return String.join("\r\n", lines);
    }

    /** The responses that all others are made of. */
    public static List<byte[]> valid() {
        return VALID.stream().map(text -> text.getBytes(ISO_8859_1)).toList();
    }

    /** The mutated response of a seed. */
    public static byte[] mutant(long seed) {
        var random = new Random(seed);
        byte[] response = VALID.get(random.nextInt(VALID.size())).getBytes(ISO_8859_1);
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            response = change(response, random);
        }
        return response;
    }

    private static byte[] change(byte[] from, Random random) {
        int start = random.nextInt(from.length + 1);
        int end = start + random.nextInt(Math.min(40, from.length - start + 1) + 1);
        end = Math.min(end, from.length);
        byte[] word = WORDS.get(random.nextInt(WORDS.size())).getBytes(ISO_8859_1);
        return switch (random.nextInt(7)) {
            case 0, 1 -> flip(from, random);
            case 2 -> join(from, 0, start, new byte[0], end);
            case 3 -> join(from, 0, start, java.util.Arrays.copyOfRange(from, start, end), start);
            case 4 -> join(from, 0, start, word, start);
            case 5 -> join(from, 0, start, word, end);
            default -> java.util.Arrays.copyOf(from, start);
        };
    }

    private static byte[] flip(byte[] from, Random random) {
        byte[] changed = from.clone();
        if (changed.length > 0) {
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return changed;
    }

    /** A part of an array, then other bytes, then the array from another place on. */
    private static byte[] join(byte[] from, int start, int end, byte[] between, int rest) {
        var joined = new ByteArrayOutputStream();
        joined.write(from, start, end - start);
        joined.writeBytes(between);
        joined.write(from, rest, from.length - rest);
        return joined.toByteArray();
    }
}
