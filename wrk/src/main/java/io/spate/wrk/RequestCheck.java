package io.spate.wrk;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** Looks through what a script sends, before the test: how many requests it is. */
final class RequestCheck {
    private static final Set<String> METHODS =
            Set.of(
                    "GET",
                    "HEAD",
                    "POST",
                    "PUT",
                    "DELETE",
                    "CONNECT",
                    "OPTIONS",
                    "TRACE",
                    "PATCH",
                    "COPY",
                    "LOCK",
                    "MKCOL",
                    "MOVE",
                    "PROPFIND",
                    "PROPPATCH",
                    "SEARCH",
                    "UNLOCK",
                    "REPORT",
                    "MKACTIVITY",
                    "CHECKOUT",
                    "MERGE",
                    "M-SEARCH",
                    "NOTIFY",
                    "SUBSCRIBE",
                    "UNSUBSCRIBE",
                    "PURGE");

    private final String text;
    private int at;

    private RequestCheck(byte[] bytes, int length) {
        text = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }

    /**
     * How many requests there are.
     *
     * @throws WrkFailure where there is not a whole one, or something that is none
     */
    static int count(byte[] bytes, int length) {
        return new RequestCheck(bytes, length).count();
    }

    private int count() {
        int count = 0;
        while (at < text.length() && request()) {
            count++;
        }
        if (count == 0) {
            throw mistake("incomplete request", text.length());
        }
        return count;
    }

    /** Goes over one request; false where its end is missing. */
    private boolean request() {
        int lineEnd = text.indexOf('\n', at);
        checkLine(lineEnd < 0 ? text.length() : lineEnd);
        int headEnd = lineEnd < 0 ? -1 : headEnd(lineEnd);
        if (headEnd < 0) {
            return false;
        }
        long bodyEnd = headEnd + bodyLength(text.substring(lineEnd, headEnd), headEnd);
        if (bodyEnd > text.length()) {
            return false;
        }
        at = (int) bodyEnd;
        return true;
    }

    private void checkLine(int end) {
        String line = text.substring(at, end);
        int space = line.indexOf(' ');
        String method = space < 0 ? line : line.substring(0, space);
        if (METHODS.stream()
                .noneMatch(it -> space < 0 ? it.startsWith(method) : it.equals(method))) {
            throw mistake("invalid HTTP method", at);
        }
        int version = line.indexOf(' ', space + 1);
        if (space >= 0 && version >= 0) {
            String written = line.substring(version + 1).strip();
            if (!"HTTP/".startsWith(written) && !written.startsWith("HTTP/")) {
                throw mistake("invalid constant string", at + version + 1);
            }
        }
    }

    private int headEnd(int from) {
        for (int line = from; line >= 0; line = text.indexOf('\n', line + 1)) {
            if (text.startsWith("\r\n", line + 1)) {
                return line + 3;
            }
            if (text.startsWith("\n", line + 1)) {
                return line + 2;
            }
        }
        return -1;
    }

    private long bodyLength(String head, int headEnd) {
        for (String line : head.lines().toList()) {
            int colon = line.indexOf(':');
            String name = colon < 0 ? "" : line.substring(0, colon).toLowerCase(Locale.ROOT);
            if (name.equals("content-length")) {
                return length(line.substring(colon + 1).strip(), headEnd);
            }
            if (name.equals("transfer-encoding") && line.endsWith("chunked")) {
                int last = text.indexOf("0\r\n\r\n", headEnd);
                return last < 0 ? Integer.MAX_VALUE : last + 5L - headEnd;
            }
        }
        return 0;
    }

    private long length(String digits, int headEnd) {
        if (!digits.matches("\\d{1,10}")) {
            throw mistake("invalid character in content-length header", headEnd);
        }
        return Long.parseLong(digits);
    }

    private WrkFailure mistake(String what, int place) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < place; i++) {
            column++;
            if (text.charAt(i) == '\n') {
                column = 1;
                line++;
            }
        }
        return new WrkFailure("%s at %d:%d".formatted(what, line, column));
    }
}
