package io.spate.cli.target;

import io.spate.net.NetOptions;
import io.spate.net.route.UnixSocket;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The hosts that may be loaded. Holds for a test's target and for whatever its scripts connect to.
 *
 * @param patterns names, addresses or paths of sockets, or {@code *.example.com} for all below;
 *     empty for all hosts
 */
public record AllowedTargets(List<String> patterns) implements NetOptions.Gate {
    /** Hosts that may be loaded, separated by commas. */
    static final String VARIABLE = "SPATE_ALLOWED_TARGETS";

    public AllowedTargets {
        patterns = patterns.stream().map(AllowedTargets::normal).toList();
    }

    /** Those that the environment names; all where it names none. */
    public static AllowedTargets of(Map<String, String> env) {
        var text = env.getOrDefault(VARIABLE, "");
        return new AllowedTargets(
                Arrays.stream(text.split(",", -1)).filter(it -> !it.isBlank()).toList());
    }

    @Override
    public boolean admits(String host) {
        var name = normal(host);
        return patterns.isEmpty() || patterns.stream().anyMatch(it -> matches(it, name));
    }

    private static boolean matches(String pattern, String name) {
        return pattern.startsWith("*.")
                ? name.endsWith(pattern.substring(1))
                : name.equals(pattern);
    }

    /**
     * A name may be written in any case and end with a dot; an IPv6 address may have brackets and
     * leave out zeros; the path of a socket is as it is.
     */
    private static String normal(String host) {
        var text = host.strip();
        if (UnixSocket.isPath(text)) {
            return text;
        }
        var name = text.toLowerCase(Locale.ROOT);
        if (name.startsWith("[") && name.endsWith("]")) {
            name = name.substring(1, name.length() - 1);
        }
        if (name.contains(":")) {
            return address(name);
        }
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    private static String address(String text) {
        try {
            return InetAddress.ofLiteral(text).getHostAddress();
        } catch (IllegalArgumentException _) {
            return text;
        }
    }

    @Override
    public String toString() {
        return VARIABLE + "=" + String.join(",", patterns);
    }
}
