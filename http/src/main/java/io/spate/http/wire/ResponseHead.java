package io.spate.http.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Status line and headers of a response, as received. What the client itself needs is taken out of
 * the bytes once; a header that a script asks for is searched then. Immutable.
 */
public final class ResponseHead {
    public static final String HTTP_2 = "HTTP/2.0";

    private static final Pattern FOLD = Pattern.compile("\r?\n[ \t]+");

    private final byte[] raw;
    private final int status;
    private final String protocol;
    private final Framing framing;
    private final long contentLength;
    private final boolean reusable;
    private final boolean setsCookies;

    ResponseHead(HeadParser parsed, byte[] raw) {
        this.raw = raw;
        status = parsed.status();
        protocol = parsed.http10() ? "HTTP/1.0" : "HTTP/1.1";
        framing = parsed.framing();
        contentLength = parsed.contentLength();
        reusable = parsed.reusable();
        setsCookies = parsed.setsCookies();
    }

    /**
     * A head that came over HTTP/2.
     *
     * @param raw a status line and the headers, written as in HTTP/1.1
     * @param contentLength -1 where it is not announced
     */
    public ResponseHead(byte[] raw, int status, long contentLength, boolean setsCookies) {
        this.raw = raw;
        this.status = status;
        protocol = HTTP_2;
        framing = contentLength < 0 ? Framing.UNTIL_CLOSE : Framing.LENGTH;
        this.contentLength = contentLength;
        reusable = true;
        this.setsCookies = setsCookies;
    }

    /** How the end of the body is found, where the response has one. */
    public enum Framing {
        LENGTH,
        CHUNKED,
        UNTIL_CLOSE
    }

    public int status() {
        return status;
    }

    /** The protocol as k6 names it: {@code HTTP/1.0}, {@code HTTP/1.1} or {@code HTTP/2.0}. */
    public String protocol() {
        return protocol;
    }

    public Framing framing() {
        return framing;
    }

    /** Bytes of the body, where {@link #framing} is by length. */
    public long contentLength() {
        return contentLength;
    }

    /** Whether the server keeps the connection open, by its headers. */
    public boolean reusable() {
        return reusable;
    }

    public boolean setsCookies() {
        return setsCookies;
    }

    public boolean isInterim() {
        return status < 200 && status != 101;
    }

    /** Whether it leads elsewhere, with a place to go to. */
    public boolean isRedirect() {
        return switch (status) {
            case 301, 302, 303, 307, 308 -> header("Location").isPresent();
            default -> false;
        };
    }

    /** Status line and headers as received. */
    public String text() {
        return new String(raw, StandardCharsets.UTF_8);
    }

    /** Whether a response with this status never has a body, whatever its headers say. */
    public boolean isBodiless() {
        return status < 200 || status == 204 || status == 304;
    }

    /** Bytes of the head, with the empty line at its end. */
    public int length() {
        return raw.length;
    }

    /** Whether received bytes start with exactly this head. */
    boolean isStartOf(byte[] buffer, int from, int to) {
        return to - from >= raw.length
                && Arrays.equals(raw, 0, raw.length, buffer, from, from + raw.length);
    }

    public Optional<String> header(String name) {
        List<String> values = headers(name, 1);
        return values.isEmpty() ? Optional.empty() : Optional.of(values.getFirst());
    }

    public List<String> headers(String name) {
        return headers(name, Integer.MAX_VALUE);
    }

    private List<String> headers(String name, int limit) {
        List<String> values = new ArrayList<>();
        int at = nextLine(0);
        while (at < raw.length && values.size() < limit) {
            int next = nextLine(at);
            if (at + name.length() < next && raw[at + name.length()] == ':' && named(name, at)) {
                while (next < raw.length && (raw[next] == ' ' || raw[next] == '\t')) {
                    next = nextLine(next);
                }
                int from = at + name.length() + 1;
                String value = new String(raw, from, next - from, StandardCharsets.UTF_8);
                boolean folded = value.indexOf('\n') < value.length() - 1;
                values.add((folded ? FOLD.matcher(value).replaceAll(" ") : value).strip());
            }
            at = next;
        }
        return values;
    }

    /** Status line and headers as received; not to be changed. */
    public byte[] bytes() {
        return raw;
    }

    /**
     * Where the value of the first header of a name stands in {@link #bytes}, without the blanks
     * around it: its start in the upper half, its end in the lower one. 0 where there is none. A
     * folded value is taken up to the end of its first line.
     */
    public long valueRange(String name) {
        int at = nextLine(0);
        while (at < raw.length) {
            int next = nextLine(at);
            int from = at + name.length();
            if (from < next && raw[from] == ':' && named(name, at)) {
                int to = next;
                from++;
                while (from < to && isBlank(raw[from])) {
                    from++;
                }
                while (to > from && isBlank(raw[to - 1])) {
                    to--;
                }
                return (long) from << 32 | to;
            }
            at = next;
        }
        return 0;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t' || b == '\r' || b == '\n';
    }

    private boolean named(String name, int at) {
        for (int i = 0; i < name.length(); i++) {
            if (Character.toLowerCase(name.charAt(i))
                    != Character.toLowerCase((char) raw[at + i])) {
                return false;
            }
        }
        return true;
    }

    private int nextLine(int from) {
        int at = from;
        while (at < raw.length && raw[at] != '\n') {
            at++;
        }
        return Math.min(at + 1, raw.length);
    }
}
