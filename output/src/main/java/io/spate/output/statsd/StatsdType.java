package io.spate.output.statsd;

import io.spate.output.delivery.OpenOutput;
import io.spate.output.delivery.SecondsOutput;
import io.spate.output.type.OutputContext;
import io.spate.output.type.OutputPlan;
import io.spate.output.type.OutputType;
import io.spate.output.type.Settings;
import io.spate.output.type.WrongOutputException;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** {@code statsd=HOST:8125}: a StatsD or DogStatsD server. */
public final class StatsdType implements OutputType {
    private static final int PORT_MAX = 65_535;
    private static final Pattern PLACE =
            Pattern.compile("([^:?]+|\\[[0-9a-fA-F:]+]):(\\d{1,5})(?:\\?(.*))?");

    @Override
    public List<String> names() {
        return List.of("statsd");
    }

    @Override
    public String form() {
        return "statsd[=HOST:8125]";
    }

    @Override
    public OutputPlan plan(String argument, Map<String, String> env) {
        var given =
                argument.isEmpty()
                        ? env.getOrDefault("K6_STATSD_ADDR", "localhost:8125")
                        : argument;
        var matcher = PLACE.matcher(given);
        if (!matcher.matches() || Integer.parseInt(matcher.group(2)) > PORT_MAX) {
            throw new WrongOutputException(
                    "--out statsd: '%s' is not HOST:PORT, such as localhost:8125".formatted(given));
        }
        var query = new LinkedHashMap<String, String>();
        if (matcher.group(3) != null) {
            for (var pair : matcher.group(3).split("&", -1)) {
                int equals = pair.indexOf('=');
                query.put(
                        equals < 0 ? pair : pair.substring(0, equals),
                        equals < 0 ? "" : pair.substring(equals + 1));
            }
        }
        var settings = new Settings("statsd", query, env, "K6_STATSD_");
        settings.only(List.of("namespace", "tags", "without"));
        var without = settings.text("without", "TAG_BLOCKLIST").orElse("vu,iter,url");
        return new Plan(
                new InetSocketAddress(matcher.group(1), Integer.parseInt(matcher.group(2))),
                settings.text("namespace", "NAMESPACE").orElse("k6."),
                settings.flag("tags", "ENABLE_TAGS"),
                new TreeSet<>(List.of(without.split(",", -1))));
    }

    private record Plan(
            InetSocketAddress address, String namespace, boolean tags, Set<String> without)
            implements OutputPlan {
        @Override
        public String shown() {
            return "statsd (%s:%d)".formatted(address.getHostString(), address.getPort());
        }

        @Override
        public boolean wantsSamples() {
            return false;
        }

        @Override
        public OpenOutput open(OutputContext run) {
            var packets = new StatsdPackets(namespace, tags, without);
            return new SecondsOutput(
                    shown(), new StatsdCarrier(address, packets), run.ticker(), run.messages());
        }
    }
}
