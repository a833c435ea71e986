package io.spate.wrk.script;

/**
 * A literal address with a port.
 *
 * @param host without brackets
 * @param port 0 to 65535
 */
public record Address(String host, int port) {
    /** Reads what {@link #toString} has written. */
    static Address parse(String text) {
        int colon = text.lastIndexOf(':');
        return new Address(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    }

    /** As wrk writes it: {@code 127.0.0.1:80}, {@code ::1:80}. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
