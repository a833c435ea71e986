package io.spate.output.delivery;

import java.net.InetSocketAddress;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A host and a port as a user gives them, without a scheme.
 *
 * @param host a name or an address; one of IPv6 in brackets
 * @param port 0 to 65535
 * @param query the names and values behind the question mark
 */
public record Place(String host, int port, Map<String, String> query) {
    private static final int PORT_MAX = 65_535;
    private static final Pattern FORM =
            Pattern.compile("(?:(\\[[0-9a-fA-F:]+]|[^:?]+)?:)?(\\d{1,5})(?:\\?(.*))?");

    public Place {
        query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
    }

    /**
     * Reads {@code HOST:PORT}, {@code :PORT} or {@code PORT}, and a query behind.
     *
     * @param host where the text names none
     * @throws IllegalArgumentException where it is none of these
     */
    public static Place parse(String text, String host) {
        var matcher = FORM.matcher(text);
        if (!matcher.matches() || Integer.parseInt(matcher.group(2)) > PORT_MAX) {
            throw new IllegalArgumentException("'%s' is not HOST:PORT".formatted(text));
        }
        return new Place(
                matcher.group(1) == null ? host : matcher.group(1),
                Integer.parseInt(matcher.group(2)),
                Address.query(matcher.group(3)));
    }

    /** To send to or to listen on; looks the name up. */
    public InetSocketAddress socketAddress() {
        return new InetSocketAddress(host, port);
    }
}
