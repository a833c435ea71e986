package io.spate.net.tls.engine;

import java.net.IDN;
import java.net.InetAddress;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * Whether a certificate is made out to a host (RFC 9525): by its alternative names alone, with a
 * {@code *} for one whole label at the front.
 */
final class HostNames {
    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;

    private HostNames() {}

    static boolean covers(X509Certificate certificate, String host) throws CertificateException {
        Collection<List<?>> names = certificate.getSubjectAlternativeNames();
        if (names == null) {
            return false;
        }
        boolean literal = isLiteral(host);
        for (List<?> name : names) {
            if (name.get(1) instanceof String value
                    && name.get(0).equals(literal ? IP_ADDRESS : DNS_NAME)
                    && (literal ? isSameAddress(value, host) : matches(value, host))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a host is an address rather than a name. */
    static boolean isLiteral(String host) {
        return host.indexOf(':') >= 0
                || (!host.isEmpty()
                        && Character.isDigit(host.charAt(host.length() - 1))
                        && host.chars().allMatch(c -> c == '.' || Character.isDigit(c)));
    }

    private static boolean isSameAddress(String one, String other) {
        try {
            return InetAddress.ofLiteral(one).equals(InetAddress.ofLiteral(other));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /** Whether a name, or a pattern such as {@code *.example.com}, stands for a host. */
    static boolean matches(String pattern, String host) {
        String name = toAscii(host);
        String wanted = pattern.toLowerCase(Locale.ROOT);
        if (!wanted.startsWith("*.")) {
            return wanted.equals(name);
        }
        int dot = name.indexOf('.');
        return dot > 0
                && wanted.indexOf('.', 2) > 0
                && name.substring(dot).equals(wanted.substring(1));
    }

    private static String toAscii(String host) {
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        try {
            return IDN.toASCII(name).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException _) {
            return name.toLowerCase(Locale.ROOT);
        }
    }
}
