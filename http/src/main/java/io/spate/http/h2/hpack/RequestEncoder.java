package io.spate.http.h2.hpack;

import io.spate.http.wire.ByteWriter;
import java.nio.charset.StandardCharsets;

/**
 * Makes a header block of the head of an HTTP/1.1 request. What concerns one connection of HTTP/1.1
 * alone is left out (RFC 9113, section 8.2.2).
 *
 * <p>Uses the static table alone and no Huffman code: the block is the same for every connection
 * and at every time, so that a request that is sent again need not be encoded again. {@link
 * BlockShortener} makes of it what a connection sends.
 */
public final class RequestEncoder {
    private static final int AUTHORITY = 1;
    private static final int GET = 2;
    private static final int POST = 3;
    private static final int PATH = 4;
    private static final int HTTP = 6;
    private static final int HTTPS = 7;

    /** For what a table has. */
    static final int INDEXED = 0x80;

    /** For what may be remembered. */
    static final int LITERAL = 0x00;

    /** For what nobody on the way may compress either. */
    private static final int NEVER_INDEXED = 0x10;

    private final byte[] head;
    private final int end;
    private final ByteWriter out;

    private RequestEncoder(byte[] head, int end, ByteWriter out) {
        this.head = head;
        this.end = end;
        this.out = out;
    }

    /**
     * Appends the block.
     *
     * @param head request line, headers and empty line, each with a carriage return
     * @param end where the head ends
     */
    public static void encode(byte[] head, int end, boolean tls, ByteWriter out) {
        new RequestEncoder(head, end, out).encode(tls);
    }

    private void encode(boolean tls) {
        int methodEnd = find(' ', 0);
        int targetEnd = find(' ', methodEnd + 1);
        method(methodEnd);
        out.put((char) (INDEXED | (tls ? HTTPS : HTTP)));
        path(methodEnd + 1, targetEnd);
        int first = find('\n', targetEnd) + 1;
        lines(first, true);
        lines(first, false);
    }

    private void method(int to) {
        if (is("GET", 0, to)) {
            out.put((char) (INDEXED | GET));
        } else if (is("POST", 0, to)) {
            out.put((char) (INDEXED | POST));
        } else {
            Integers.put(LITERAL, 4, GET, out);
            string(0, to);
        }
    }

    private void path(int from, int to) {
        if (to - from == 1 && head[from] == '/') {
            out.put((char) (INDEXED | PATH));
        } else {
            Integers.put(LITERAL, 4, PATH, out);
            string(from, to);
        }
    }

    /** Writes the host, or all the others: pseudo-headers come first. */
    private void lines(int first, boolean host) {
        for (int at = first; head[at] != '\r'; ) {
            int colon = find(':', at);
            int lineEnd = find('\n', colon) - 1;
            if (isIgnoringCase("host", at, colon) == host && !isOfConnection(at, colon)) {
                int value = colon + 1;
                while (value < lineEnd && head[value] == ' ') {
                    value++;
                }
                if (host) {
                    Integers.put(LITERAL, 4, AUTHORITY, out);
                } else {
                    name(at, colon);
                }
                string(value, lineEnd);
            }
            at = lineEnd + 2;
        }
    }

    private boolean isOfConnection(int from, int to) {
        return switch (to - from) {
            case 7 -> isIgnoringCase("upgrade", from, to);
            case 10 ->
                    isIgnoringCase("connection", from, to)
                            || isIgnoringCase("keep-alive", from, to);
            case 14 -> isIgnoringCase("http2-settings", from, to);
            case 16 -> isIgnoringCase("proxy-connection", from, to);
            case 17 -> isIgnoringCase("transfer-encoding", from, to);
            default -> false;
        };
    }

    private void name(int from, int to) {
        // Written where a new name goes, and taken back where the table has it.
        int before = out.length();
        Integers.put(LITERAL, 4, 0, out);
        Integers.put(0, 7, to - from, out);
        int start = out.length();
        for (int i = from; i < to; i++) {
            out.put((char) lower(head[i]));
        }
        int index = StaticTable.indexOf(out.array(), start, to - from);
        boolean secret =
                isIgnoringCase("authorization", from, to) || isIgnoringCase("cookie", from, to);
        int kind = secret ? NEVER_INDEXED : LITERAL;
        if (index > 0) {
            out.cut(before);
            Integers.put(kind, 4, index, out);
        }
    }

    private void string(int from, int to) {
        Integers.put(0, 7, to - from, out);
        out.put(head, from, to - from);
    }

    private int find(char wanted, int from) {
        int at = from;
        while (at < end && head[at] != wanted) {
            at++;
        }
        if (at == end) {
            throw new IllegalStateException(
                    "not the head of a request: "
                            + new String(head, 0, end, StandardCharsets.ISO_8859_1));
        }
        return at;
    }

    private boolean is(String text, int from, int to) {
        boolean same = text.length() == to - from;
        for (int i = from; same && i < to; i++) {
            same = head[i] == text.charAt(i - from);
        }
        return same;
    }

    private boolean isIgnoringCase(String lowerCase, int from, int to) {
        if (lowerCase.length() != to - from) {
            return false;
        }
        for (int i = 0; i < lowerCase.length(); i++) {
            if (lower(head[from + i]) != lowerCase.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int lower(byte c) {
        return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
    }
}
