package io.spate.net.route;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Addresses in place of those that names have; k6's option {@code hosts}. The rule that says most
 * wins: a name before a wildcard, a longer one before a shorter one, one with a port before one
 * without.
 *
 * @param rules in the order in which they are tried
 */
public record HostOverrides(List<Rule> rules) {
    private static final int RULES_MAX = 10_000;
    private static final int SHOWN = 5;

    /** Names have the addresses they have. */
    public static final HostOverrides NONE = new HostOverrides(List.of());

    public HostOverrides {
        if (rules.size() > RULES_MAX) {
            throw new IllegalArgumentException("there may be up to 10000 hosts");
        }
        rules = rules.stream().sorted(HostOverrides::mostSaidFirst).toList();
    }

    // By hand: what Comparator composes is made anew in each start, and takes 5 ms of it.
    private static int mostSaidFirst(Rule one, Rule other) {
        int byKind = Boolean.compare(one.isWildcard(), other.isWildcard());
        if (byKind != 0) {
            return byKind;
        }
        int byLength = Integer.compare(other.host.length(), one.host.length());
        return byLength != 0 ? byLength : Boolean.compare(one.port == 0, other.port == 0);
    }

    /**
     * What a host is replaced by.
     *
     * @param host in lower case, or {@code *.example.com} for all below, or {@code *} for all
     * @param port that it is for; 0 for all
     * @param address that is connected to
     * @param newPort that is connected to; 0 for the one asked for
     */
    public record Rule(String host, int port, InetAddress address, int newPort) {

        public Rule {
            host = host.toLowerCase(Locale.ROOT);
        }

        @Override
        public String toString() {
            String ip = address.getHostAddress();
            return host
                    + (port == 0 ? "" : ":" + port)
                    + " at "
                    + (newPort == 0
                            ? ip
                            : ip.contains(":") ? "[" + ip + "]:" + newPort : ip + ":" + newPort);
        }

        private boolean isWildcard() {
            return host.startsWith("*");
        }

        private boolean covers(String name, int asked) {
            boolean named = isWildcard() ? name.endsWith(host.substring(1)) : name.equals(host);
            return named && (port == 0 || port == asked);
        }
    }

    /** Such as {@code shop.test at 127.0.0.1, *.test:80 at 127.0.0.1:8000}; empty for none. */
    @Override
    public String toString() {
        return rules.stream().limit(SHOWN).map(Rule::toString).collect(Collectors.joining(", "))
                + (rules.size() > SHOWN ? ", and %d more".formatted(rules.size() - SHOWN) : "");
    }

    /** The rule for a host and a port, if there is one. */
    public Optional<Rule> find(String host, int port) {
        if (rules.isEmpty()) {
            return Optional.empty();
        }
        String lower = host.toLowerCase(Locale.ROOT);
        String name = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
        return rules.stream().filter(it -> it.covers(name, port)).findFirst();
    }

    /** These, and those of the other for what these say nothing of. */
    public HostOverrides over(HostOverrides other) {
        List<Rule> all = new ArrayList<>(rules);
        other.rules.stream()
                .filter(it -> rules.stream().noneMatch(mine -> isFor(mine, it.host, it.port)))
                .forEach(all::add);
        return new HostOverrides(all);
    }

    private static boolean isFor(Rule rule, String host, int port) {
        return rule.host.equals(host) && rule.port == port;
    }

    /** Those of a map as in k6: {@code shop.test: 127.0.0.1}, {@code *.test:80: "[::1]:8080"}. */
    public static HostOverrides of(Map<String, String> hosts) {
        return new HostOverrides(
                hosts.entrySet().stream()
                        .flatMap(it -> Stream.of(rule(it.getKey(), it.getValue())))
                        .toList());
    }

    /**
     * A rule as curl's {@code --resolve} has it: {@code HOST[:PORT]:ADDRESS[:PORT]}, an address of
     * IPv6 in brackets.
     */
    public static Rule parse(String text) {
        int colon = text.indexOf(':', text.startsWith("[") ? Math.max(0, text.indexOf(']')) : 0);
        if (colon < 1) {
            throw notARule(text);
        }
        int end = colon + 1;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        boolean hasPort = end > colon + 1 && end < text.length() && text.charAt(end) == ':';
        int cut = hasPort ? end : colon;
        try {
            return rule(text.substring(0, cut), text.substring(cut + 1));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(notARule(text).getMessage() + ": " + e.getMessage());
        }
    }

    private static IllegalArgumentException notARule(String text) {
        return new IllegalArgumentException(
                "'%s' is not HOST[:PORT]:ADDRESS[:PORT], such as shop.test:443:127.0.0.1:8443"
                        .formatted(text));
    }

    private static Rule rule(String from, String to) {
        HostPort asked = HostPort.parse(from);
        HostPort given = HostPort.parse(to);
        if (!asked.host().matches("(\\*\\.?)?[^*]*")) {
            throw new IllegalArgumentException(
                    "a wildcard stands in front, as in *.example.com, and '%s' is none"
                            .formatted(asked.host()));
        }
        return new Rule(asked.host(), asked.port(), HostPort.literal(given.host()), given.port());
    }
}
