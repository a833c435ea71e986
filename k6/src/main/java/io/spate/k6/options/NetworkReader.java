package io.spate.k6.options;

import io.spate.net.route.Dns;
import io.spate.net.route.HostOverrides;
import io.spate.plan.Durations;
import io.spate.plan.InvalidPlanException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the options that bear on connections. */
final class NetworkReader {
    private final Merged merged;
    private final Problems problems;

    NetworkReader(Merged merged, Problems problems) {
        this.merged = merged;
        this.problems = problems;
    }

    K6Options.Network read() {
        var localIps = merged.fields(OptionKey.LOCAL_IPS, problems).text("localIPs");
        return new K6Options.Network(
                hosts(),
                dns(),
                localIps,
                blocked(),
                blockedAddresses(),
                new TlsReader(merged, problems).read());
    }

    private HostOverrides hosts() {
        var fields = merged.fields(OptionKey.HOSTS, problems);
        try {
            return HostOverrides.of(fields.map("hosts"));
        } catch (IllegalArgumentException e) {
            fields.wrong("hosts", String.valueOf(e.getMessage()));
            return HostOverrides.NONE;
        }
    }

    private List<String> blocked() {
        return merged.fields(OptionKey.BLOCK_HOSTNAMES, problems)
                .texts("blockHostnames")
                .orElse(List.of());
    }

    private List<AddressBlock> blockedAddresses() {
        var fields = merged.fields(OptionKey.BLACKLIST_IPS, problems);
        var all = new ArrayList<AddressBlock>();
        for (var text : fields.texts("blacklistIPs").orElse(List.of())) {
            try {
                all.add(AddressBlock.parse(text));
            } catch (IllegalArgumentException e) {
                fields.wrong("blacklistIPs", String.valueOf(e.getMessage()));
            }
        }
        return all;
    }

    /** An object, or a text such as {@code ttl=5m,select=random,policy=preferIPv4}. */
    private Optional<Dns> dns() {
        var fields = merged.fields(OptionKey.DNS, problems);
        if (!fields.has("dns")) {
            return Optional.empty();
        }
        var node = fields.get("dns").orElseThrow();
        var values = node.isString() ? pairs(node.stringValue()) : fields.map("dns");
        try {
            var dns = Dns.DEFAULT;
            for (var entry : values.entrySet()) {
                dns = with(dns, entry.getKey(), entry.getValue());
            }
            return Optional.of(dns);
        } catch (IllegalArgumentException e) {
            fields.wrong("dns", String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private static Map<String, String> pairs(String text) {
        var all = new LinkedHashMap<String, String>();
        for (var part : text.split(",", -1)) {
            int equals = part.indexOf('=');
            all.put(
                    equals < 0 ? part : part.substring(0, equals).strip(),
                    equals < 0 ? "" : part.substring(equals + 1).strip());
        }
        return all;
    }

    private static Dns with(Dns dns, String key, String value) {
        return switch (key) {
            case "ttl" ->
                    switch (value) {
                        case "inf" -> dns.withTtl(Dns.FOREVER);
                        default -> dns.withTtl(ttl(value));
                    };
            case "select" -> dns.withSelect(constant(Dns.Select.values(), key, value));
            case "policy" -> dns.withPolicy(constant(Dns.Policy.values(), key, value));
            default ->
                    throw new IllegalArgumentException(
                            "\"%s\" is none of ttl, select, policy".formatted(key));
        };
    }

    private static java.time.Duration ttl(String value) {
        try {
            return Durations.parse(value);
        } catch (InvalidPlanException e) {
            throw new IllegalArgumentException("ttl: " + e.getMessage(), e);
        }
    }

    /** A constant whose name is written in mixed case: {@code preferIPv4}, {@code roundRobin}. */
    private static <E extends Enum<E>> E constant(E[] all, String key, String value) {
        var wanted = value.toLowerCase(Locale.ROOT);
        return Arrays.stream(all)
                .filter(it -> plain(it).equals(wanted))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "%s \"%s\" is none of %s"
                                                .formatted(
                                                        key,
                                                        value,
                                                        String.join(
                                                                ", ",
                                                                Arrays.stream(all)
                                                                        .map(NetworkReader::plain)
                                                                        .toList()))));
    }

    private static String plain(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace("_", "");
    }
}
