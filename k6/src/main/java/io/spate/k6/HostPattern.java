package io.spate.k6;

import java.util.List;
import java.util.Locale;

/** Hosts that a script blocks: names, {@code *.name} for all below one, {@code *} for all. */
final class HostPattern {
    private HostPattern() {}

    static boolean anyFits(List<String> patterns, String host) {
        var name = host.toLowerCase(Locale.ROOT);
        return patterns.stream().anyMatch(it -> fits(it.toLowerCase(Locale.ROOT), name));
    }

    private static boolean fits(String pattern, String host) {
        return pattern.startsWith("*") ? host.endsWith(pattern.substring(1)) : host.equals(pattern);
    }
}
