package io.spate.net.route;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How names are looked up; k6's option of the same name. What is empty is the default.
 *
 * @param ttl how long an answer holds: {@link #FOREVER} for the whole run, which is the default; 0
 *     to ask for each connection
 * @param select which address of several a connection goes to
 * @param policy which addresses count
 */
public record Dns(Optional<Duration> ttl, Optional<Select> select, Optional<Policy> policy) {
    /** For the whole run. */
    public static final Duration FOREVER = Duration.ofNanos(Long.MAX_VALUE);

    /** Names are asked for once, and addresses are tried one after another. */
    public static final Dns DEFAULT = new Dns(Optional.empty(), Optional.empty(), Optional.empty());

    private static final List<InetAddress> LOOPBACK =
            List.of(InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("::1"));

    /** Which address of several a connection goes to. */
    public enum Select {
        /** The first one; the next one where it cannot be reached. */
        FIRST,
        /** Any one, and no other. */
        RANDOM,
        /** One after another in turns, each connection to one alone. */
        ROUND_ROBIN;

        /** The one that a text names. */
        public static Select parse(String text) {
            return named(text, values(), Select::text);
        }

        /** As users write it: {@code roundRobin}. */
        public String text() {
            return camelCase(name());
        }
    }

    /** Which addresses count. */
    public enum Policy {
        /** Those of IPv4, or those of IPv6 where there are no others. */
        PREFER_IPV4,
        /** Those of IPv6, or those of IPv4 where there are no others. */
        PREFER_IPV6,
        /** Those of IPv4. */
        ONLY_IPV4,
        /** Those of IPv6. */
        ONLY_IPV6,
        /** All. */
        ANY;

        /** The one that a text names. */
        public static Policy parse(String text) {
            return named(text, values(), Policy::text);
        }

        /** As users write it: {@code preferIPv4}. */
        public String text() {
            return camelCase(name());
        }
    }

    public Dns {
        ttl.ifPresent(
                it -> {
                    if (it.isNegative()) {
                        throw new IllegalArgumentException("a time to live is not negative");
                    }
                });
    }

    /** This one, and the other where this one says nothing. */
    public Dns over(Dns other) {
        return new Dns(ttl.or(other::ttl), select.or(other::select), policy.or(other::policy));
    }

    /** The same with another time for which answers hold. */
    public Dns withTtl(Duration time) {
        return new Dns(Optional.of(time), select, policy);
    }

    /** The same with another choice among addresses. */
    public Dns withSelect(Select other) {
        return new Dns(ttl, Optional.of(other), policy);
    }

    /** The same with another policy. */
    public Dns withPolicy(Policy other) {
        return new Dns(ttl, select, Optional.of(other));
    }

    /** What was set, in the words of k6 and of the flags; empty where nothing was. */
    @Override
    public String toString() {
        String texts =
                Stream.of(
                                ttl.map(it -> "ttl " + (it.equals(FOREVER) ? "inf" : words(it))),
                                select.map(Select::text),
                                policy.map(Policy::text))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(" "));
        return texts.isEmpty() ? "" : "DNS " + texts;
    }

    private static String words(Duration time) {
        return time.isZero() ? "0" : time.toString().substring(2).toLowerCase(Locale.ROOT);
    }

    private static <T> T named(String text, T[] values, Function<T, String> name) {
        return Arrays.stream(values)
                .filter(it -> name.apply(it).equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "'%s' is none of %s"
                                                .formatted(
                                                        text,
                                                        Arrays.stream(values)
                                                                .map(name)
                                                                .collect(
                                                                        Collectors.joining(
                                                                                ", ")))));
    }

    private static String camelCase(String name) {
        var text = new StringBuilder();
        for (String word : name.toLowerCase(Locale.ROOT).split("_", -1)) {
            text.append(
                    text.isEmpty()
                            ? word
                            : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return text.toString().replace("Ip", "IP");
    }

    /** The addresses of those found that count. */
    public List<InetAddress> admitted(List<InetAddress> found) {
        List<InetAddress> four = found.stream().filter(Inet4Address.class::isInstance).toList();
        List<InetAddress> six = found.stream().filter(it -> !four.contains(it)).toList();
        return switch (policy.orElse(Policy.ANY)) {
            case ANY -> found;
            case ONLY_IPV4 -> four;
            case ONLY_IPV6 -> six;
            case PREFER_IPV4 -> four.isEmpty() ? six : four;
            case PREFER_IPV6 -> six.isEmpty() ? four : six;
        };
    }

    /**
     * The addresses of a host, asked of the machine's resolver where need be. Blocks.
     *
     * @throws UnknownHostException where there are none that count
     */
    public List<InetAddress> lookUp(String host) throws UnknownHostException {
        Optional<List<InetAddress>> known = withoutNetwork(host);
        List<InetAddress> addresses =
                known.isPresent()
                        ? known.get()
                        : admitted(Stream.of(InetAddress.getAllByName(host)).toList());
        if (addresses.isEmpty()) {
            throw new UnknownHostException(host);
        }
        return addresses;
    }

    /**
     * The addresses of a host that need no look-up: literal ones, and those of this machine, whose
     * name some images do not know, with all below {@code .localhost} (RFC 6761). Empty for others.
     */
    public Optional<List<InetAddress>> withoutNetwork(String host) {
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        int last = name.lastIndexOf('.') + 1;
        if (name.substring(last).equalsIgnoreCase("localhost")) {
            return Optional.of(admitted(LOOPBACK));
        }
        if (!looksLiteral(host)) {
            return Optional.empty();
        }
        try {
            return Optional.of(List.of(InetAddress.ofLiteral(host)));
        } catch (IllegalArgumentException _) {
            return Optional.empty(); // a name after all
        }
    }

    /** Whether a host is an address, or may be one: no name ends with a digit or has a colon. */
    public static boolean looksLiteral(String host) {
        return host.indexOf(':') >= 0
                || (!host.isEmpty() && Character.digit(host.charAt(host.length() - 1), 10) >= 0);
    }
}
