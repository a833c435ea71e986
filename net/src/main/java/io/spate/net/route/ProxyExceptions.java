package io.spate.net.route;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is connected to directly where there is a proxy; the {@code NO_PROXY} of Go and curl.
 *
 * @param text as written
 * @param patterns what it says
 * @param loopback whether this machine is among them
 */
public record ProxyExceptions(String text, List<Pattern> patterns, boolean loopback) {
    /** Nothing is. */
    public static final ProxyExceptions NONE = new ProxyExceptions("", List.of(), false);

    public ProxyExceptions {
        patterns = List.copyOf(patterns);
    }

    /**
     * Takes names, addresses and networks with commas between them, each with a port behind it if
     * need be. {@code example.com} is for all below it too, {@code .example.com} for these alone,
     * {@code *} for everything.
     */
    public static ProxyExceptions parse(String text) {
        List<Pattern> patterns =
                Arrays.stream(text.split("[,\\s]+", -1))
                        .filter(it -> !it.isEmpty())
                        .map(Pattern::parse)
                        .toList();
        return new ProxyExceptions(text.strip(), patterns, false);
    }

    /** The same with this machine among them. */
    public ProxyExceptions andLoopback() {
        return new ProxyExceptions(text, patterns, true);
    }

    /** As it is written, and this machine where it is among them. */
    @Override
    public String toString() {
        return Stream.of(loopback ? "this machine" : "", text)
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** Whether a host is connected to directly. */
    public boolean include(String host, int port) {
        String lower = host.toLowerCase(Locale.ROOT);
        String name = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
        InetAddress address = literal(name);
        return (loopback && isLoopback(name, address))
                || patterns.stream().anyMatch(it -> it.covers(name, address, port));
    }

    private static boolean isLoopback(String name, @Nullable InetAddress address) {
        return address == null
                ? name.equals("localhost") || name.endsWith(".localhost")
                : address.isLoopbackAddress();
    }

    private static @Nullable InetAddress literal(String text) {
        try {
            return Dns.looksLiteral(text) ? InetAddress.ofLiteral(text) : null;
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    /**
     * One of them.
     *
     * @param name in lower case; one that starts with a dot is for all below it alone
     * @param network an address that it is, or whose network it is
     * @param bits how many of the address count
     * @param port 0 for all
     */
    public record Pattern(String name, @Nullable InetAddress network, int bits, int port) {

        static Pattern parse(String written) {
            String text = written.toLowerCase(Locale.ROOT);
            int slash = text.indexOf('/');
            if (slash >= 0) {
                InetAddress network = HostPort.literal(text.substring(0, slash));
                int length = network.getAddress().length * Byte.SIZE;
                String digits = text.substring(slash + 1);
                int bits = digits.matches("\\d{1,3}") ? Integer.parseInt(digits) : length + 1;
                if (bits > length) {
                    throw new IllegalArgumentException("'" + written + "' is not ADDRESS/BITS");
                }
                return new Pattern("", network, bits, 0);
            }
            HostPort parts = HostPort.parse(text);
            String host = parts.host().startsWith("*.") ? parts.host().substring(1) : parts.host();
            InetAddress address = literal(host);
            int bits = address == null ? 0 : address.getAddress().length * Byte.SIZE;
            return new Pattern(host, address, bits, parts.port());
        }

        boolean covers(String host, @Nullable InetAddress address, int asked) {
            if (port != 0 && port != asked) {
                return false;
            }
            if (network != null) {
                return address != null && isWithin(address, network, bits);
            }
            return name.equals("*")
                    || host.equals(name)
                    || host.endsWith(name.startsWith(".") ? name : "." + name);
        }

        private static boolean isWithin(InetAddress address, InetAddress network, int bits) {
            byte[] one = address.getAddress();
            byte[] other = network.getAddress();
            int free = one.length * Byte.SIZE - bits;
            return one.length == other.length
                    && new BigInteger(1, one)
                            .shiftRight(free)
                            .equals(new BigInteger(1, other).shiftRight(free));
        }
    }
}
