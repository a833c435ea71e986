package io.spate.http.wire;

import io.spate.http.wire.Failure.Failed;
import java.util.Arrays;

/**
 * Scans the head of a response (RFC 9112) for what the client itself needs: how long the body is,
 * whether the connection stays open, whether there are cookies. Other headers are stepped over.
 *
 * <p>Tolerated, as browsers do: lines that end without a carriage return, folded headers, blanks
 * around values. One parser is used for one head.
 */
final class HeadParser {
    private static final String START = "HTTP/1.";

    private final byte[] bytes;
    private final int end;
    private final int start;
    private int status;
    private boolean http10;
    private long contentLength = -1;
    private boolean transferCoded;
    private boolean chunked;
    private boolean close;
    private boolean keepAlive;
    private boolean setsCookies;

    private HeadParser(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.start = start;
        this.end = end;
    }

    /** Parses a whole head, which ends with its empty line. */
    static ResponseHead parse(byte[] buffer, int from, int to) throws Failed {
        var parser = new HeadParser(buffer, from, to);
        parser.parse();
        return new ResponseHead(parser, Arrays.copyOfRange(buffer, from, to));
    }

    /** Where the head that starts at {@code start} ends, or -1 where that has not arrived yet. */
    static int end(byte[] buffer, int start, int searchFrom, int to) {
        for (int i = Math.max(start, searchFrom); i < to - 1; i++) {
            if (buffer[i] == '\n') {
                if (buffer[i + 1] == '\n') {
                    return i + 2;
                }
                if (buffer[i + 1] == '\r' && i + 2 < to && buffer[i + 2] == '\n') {
                    return i + 3;
                }
            }
        }
        return -1;
    }

    /** Whether bytes can be the start of a response, so that another protocol is not waited for. */
    static boolean canStart(byte[] buffer, int from, int to) {
        int known = Math.min(START.length(), to - from);
        for (int i = 0; i < known; i++) {
            if (buffer[from + i] != START.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    int status() {
        return status;
    }

    boolean http10() {
        return http10;
    }

    ResponseHead.Framing framing() {
        if (chunked) {
            return ResponseHead.Framing.CHUNKED;
        }
        // Where there is another transfer coding, the length is not that of what is sent.
        return transferCoded || contentLength < 0
                ? ResponseHead.Framing.UNTIL_CLOSE
                : ResponseHead.Framing.LENGTH;
    }

    long contentLength() {
        return contentLength;
    }

    boolean reusable() {
        return !close && (!http10 || keepAlive) && status != 101;
    }

    boolean setsCookies() {
        return setsCookies;
    }

    private void parse() throws Failed {
        int at = statusLine();
        while (at < end) {
            int lineEnd = at;
            while (bytes[lineEnd] != '\n') {
                lineEnd++;
            }
            int next = lineEnd + 1;
            if (lineEnd > at && bytes[lineEnd - 1] == '\r') {
                lineEnd--;
            }
            if (lineEnd > at && bytes[at] != ' ' && bytes[at] != '\t') {
                line(at, lineEnd);
            }
            at = next;
        }
    }

    private int statusLine() throws Failed {
        int at = start + START.length();
        boolean wellFormed =
                end - start >= 13
                        && canStart(bytes, start, end)
                        && isDigit(bytes[at])
                        && bytes[at + 1] == ' '
                        && isDigit(bytes[at + 2])
                        && isDigit(bytes[at + 3])
                        && isDigit(bytes[at + 4])
                        && bytes[at + 2] != '0'
                        && (bytes[at + 5] == ' ' || bytes[at + 5] == '\r' || bytes[at + 5] == '\n');
        if (!wellFormed) {
            throw new Failed(Failure.STATUS_LINE);
        }
        http10 = bytes[at] == '0';
        status = (bytes[at + 2] - '0') * 100 + (bytes[at + 3] - '0') * 10 + bytes[at + 4] - '0';
        at += 5;
        while (bytes[at] != '\n') {
            at++;
        }
        return at + 1;
    }

    private void line(int from, int to) throws Failed {
        int colon = from;
        while (colon < to && bytes[colon] != ':') {
            if (bytes[colon] == ' ' || bytes[colon] == '\t') {
                throw new Failed(Failure.HEADER_LINE);
            }
            colon++;
        }
        if (colon == to || colon == from) {
            throw new Failed(Failure.HEADER_LINE);
        }
        switch (colon - from) {
            case 10 -> {
                if (is("connection", from)) {
                    connection(colon + 1, to);
                } else if (is("set-cookie", from)) {
                    setsCookies = true;
                }
            }
            case 14 -> {
                if (is("content-length", from)) {
                    lengths(colon + 1, to);
                }
            }
            case 17 -> {
                if (is("transfer-encoding", from)) {
                    transferEncoding(colon + 1, to);
                }
            }
            default -> {
                // nothing the client itself needs
            }
        }
    }

    private void connection(int from, int to) {
        for (int at = from; at < to; ) {
            int comma = comma(at, to);
            close |= element("close", at, comma);
            keepAlive |= element("keep-alive", at, comma);
            at = comma + 1;
        }
    }

    private void transferEncoding(int from, int to) {
        for (int at = from; at < to; ) {
            int comma = comma(at, to);
            if (!element("identity", at, comma)) {
                transferCoded = true;
                // Only the last coding frames the message.
                chunked = element("chunked", at, comma);
            }
            at = comma + 1;
        }
    }

    /** One or more equal lengths, as RFC 9110, section 8.6, lets a recipient accept. */
    private void lengths(int from, int to) throws Failed {
        int at = from;
        do {
            int comma = comma(at, to);
            long value = length(at, comma);
            if (contentLength >= 0 && contentLength != value) {
                throw new Failed(Failure.CONTENT_LENGTH);
            }
            contentLength = value;
            at = comma + 1;
        } while (at < to);
    }

    private long length(int from, int to) throws Failed {
        int at = skipBlanks(from, to);
        int first = at;
        long value = 0;
        while (at < to && isDigit(bytes[at])) {
            value = value * 10 + bytes[at] - '0';
            at++;
        }
        // 18 digits cannot overflow
        if (at == first || at - first > 18 || skipBlanks(at, to) != to) {
            throw new Failed(Failure.CONTENT_LENGTH);
        }
        return value;
    }

    private int comma(int from, int to) {
        int at = from;
        while (at < to && bytes[at] != ',') {
            at++;
        }
        return at;
    }

    private int skipBlanks(int from, int to) {
        int at = from;
        while (at < to && (bytes[at] == ' ' || bytes[at] == '\t')) {
            at++;
        }
        return at;
    }

    private boolean element(String lowerCase, int from, int to) {
        int at = skipBlanks(from, to);
        return to - at >= lowerCase.length()
                && is(lowerCase, at)
                && skipBlanks(at + lowerCase.length(), to) == to;
    }

    /** Whether the letters at a place are the given ones; the caller has checked the length. */
    private boolean is(String lowerCase, int at) {
        for (int i = 0; i < lowerCase.length(); i++) {
            int c = bytes[at + i];
            if (c >= 'A' && c <= 'Z') {
                c += 'a' - 'A';
            }
            if (c != lowerCase.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(byte c) {
        return c >= '0' && c <= '9';
    }
}
