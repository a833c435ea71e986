package io.spate.net.route;

import java.net.InetAddress;

/**
 * A host and perhaps a port, as written.
 *
 * @param host without brackets
 * @param port 0 where there is none
 */
record HostPort(String host, int port) {

    /** Takes {@code host}, {@code host:80}, {@code [::1]}, {@code [::1]:80} and {@code ::1}. */
    static HostPort parse(String text) {
        String written = text.strip();
        int bracket = written.startsWith("[") ? written.indexOf(']') : -1;
        int colon = written.indexOf(':', Math.max(0, bracket));
        boolean bareIpv6 = bracket < 0 && colon >= 0 && colon != written.lastIndexOf(':');
        boolean hasPort = colon >= 0 && !bareIpv6;
        String host = hasPort ? written.substring(0, colon) : written;
        if (bracket >= 0) {
            if (bracket + 1 != host.length()) {
                throw new IllegalArgumentException("'" + text + "' is not [ADDRESS]:PORT");
            }
            host = host.substring(1, bracket);
        }
        if (host.isEmpty()) {
            throw new IllegalArgumentException("the host is missing");
        }
        return new HostPort(host, hasPort ? port(written.substring(colon + 1)) : 0);
    }

    static int port(String digits) {
        int port = digits.matches("\\d{1,5}") ? Integer.parseInt(digits) : 0;
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("the port must be 1 to 65535, not '" + digits + "'");
        }
        return port;
    }

    /** An address in full: {@code 443} is one too, to the JDK, but nobody means it. */
    static InetAddress literal(String text) {
        String address = text.strip();
        try {
            if (address.indexOf(':') < 0 && !address.matches("\\d+(\\.\\d+){3}")) {
                throw new IllegalArgumentException();
            }
            return InetAddress.ofLiteral(address);
        } catch (IllegalArgumentException _) {
            throw new IllegalArgumentException("'" + text + "' is not an address");
        }
    }
}
