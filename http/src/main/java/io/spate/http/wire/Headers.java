package io.spate.http.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Headers to be sent, checked and encoded when they are set. Immutable. */
public final class Headers {
    public static final Headers NONE = new Headers(new String[0], new byte[0][]);

    private final String[] names;
    private final byte[][] lines;
    private byte @Nullable [] block;

    private Headers(String[] names, byte[][] lines) {
        this.names = names;
        this.lines = lines;
    }

    /**
     * All of a map.
     *
     * @throws IllegalArgumentException where a name or value cannot be sent
     */
    public static Headers of(Map<String, String> values) {
        Headers headers = NONE;
        for (var entry : values.entrySet()) {
            headers = headers.with(entry.getKey(), entry.getValue());
        }
        return headers;
    }

    /**
     * These and one more, which replaces one of the same name.
     *
     * @throws IllegalArgumentException where the name or value cannot be sent
     */
    public Headers with(String name, String value) {
        byte[] line = line(name, value);
        int at = indexOf(name);
        int length = at < 0 ? names.length + 1 : names.length;
        String[] newNames = Arrays.copyOf(names, length);
        byte[][] newLines = Arrays.copyOf(lines, length);
        newNames[at < 0 ? length - 1 : at] = name;
        newLines[at < 0 ? length - 1 : at] = line;
        return new Headers(newNames, newLines);
    }

    /** These without one. */
    public Headers without(String name) {
        int at = indexOf(name);
        if (at < 0) {
            return this;
        }
        int last = names.length - 1;
        String[] newNames = Arrays.copyOf(names, last);
        byte[][] newLines = Arrays.copyOf(lines, last);
        System.arraycopy(names, at + 1, newNames, at, last - at);
        System.arraycopy(lines, at + 1, newLines, at, last - at);
        return new Headers(newNames, newLines);
    }

    /** These without those that one server alone may see. */
    public Headers withoutSecrets() {
        return without("Authorization").without("Cookie");
    }

    public boolean isEmpty() {
        return names.length == 0;
    }

    public boolean has(String name) {
        return indexOf(name) >= 0;
    }

    /** The value of a name; empty where it is not among them. */
    public Optional<String> value(String name) {
        int at = indexOf(name);
        return at < 0
                ? Optional.empty()
                : Optional.of(
                        new String(lines[at], StandardCharsets.UTF_8)
                                .substring(name.length() + 1)
                                .strip());
    }

    /** Whether they ask for the connection to be closed after the response. */
    public boolean closing() {
        return value("Connection")
                .filter(it -> it.regionMatches(true, 0, "close", 0, 5))
                .isPresent();
    }

    /** Writes all lines, those of one request alone: unlike those of many, not worth joining. */
    public void write(ByteWriter out) {
        for (byte[] line : lines) {
            out.put(line);
        }
    }

    /** Writes the lines of those whose name is not among the others. */
    public void writeWithout(Headers others, ByteWriter out) {
        if (others.isEmpty()) {
            out.put(block());
            return;
        }
        for (int i = 0; i < names.length; i++) {
            if (!others.has(names[i])) {
                out.put(lines[i]);
            }
        }
    }

    private byte[] block() {
        byte[] known = block;
        if (known == null) {
            var out = new ByteWriter();
            write(out);
            known = out.toByteArray();
            block = known;
        }
        return known;
    }

    private int indexOf(String name) {
        for (int i = 0; i < names.length; i++) {
            if (names[i].equalsIgnoreCase(name)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a header is set by what a request's body is, and by nothing else. */
    public static boolean followsFromBody(String name) {
        return name.equalsIgnoreCase("Content-Length")
                || name.equalsIgnoreCase("Transfer-Encoding");
    }

    /**
     * Checks that a header can be sent.
     *
     * @throws IllegalArgumentException where it cannot
     */
    public static void check(String name, String value) {
        if (!isToken(name)) {
            throw new IllegalArgumentException("not a header name: '" + printable(name) + "'");
        }
        if (followsFromBody(name)) {
            throw new IllegalArgumentException(
                    "header " + name + " cannot be set: it follows from the body; leave it out");
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if ((c < ' ' && c != '\t') || c == 0x7f) {
                throw new IllegalArgumentException(
                        "the value of header "
                                + name
                                + " holds a control character, such as a line end, which cannot be"
                                + " sent: '"
                                + printable(value)
                                + "'");
            }
        }
    }

    private static byte[] line(String name, String value) {
        check(name, value);
        byte[] encodedValue = value.getBytes(StandardCharsets.UTF_8);
        byte[] line = new byte[name.length() + encodedValue.length + 4];
        int at = 0;
        for (; at < name.length(); at++) {
            line[at] = (byte) name.charAt(at);
        }
        line[at++] = ':';
        line[at++] = ' ';
        System.arraycopy(encodedValue, 0, line, at, encodedValue.length);
        line[line.length - 2] = '\r';
        line[line.length - 1] = '\n';
        return line;
    }

    /** Whether a text is a token of RFC 9110, as names of headers and methods are. */
    public static boolean isToken(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c >= 0x7f || "\"(),/:;<=>?@[\\]{}".indexOf(c) >= 0) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static String printable(String text) {
        return text.replace("\r", "\\r").replace("\n", "\\n").replace("\0", "\\0");
    }
}
