package io.spate.output.statsd;

import io.spate.output.delivery.OpenOutput;
import io.spate.output.delivery.Place;
import io.spate.output.delivery.SecondsOutput;
import io.spate.output.delivery.UdpSender;
import io.spate.output.type.OutputContext;
import io.spate.output.type.OutputPlan;
import io.spate.output.type.OutputType;
import io.spate.output.type.Settings;
import io.spate.output.type.WrongOutputException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** {@code statsd=HOST:8125}: a StatsD or DogStatsD server. */
public final class StatsdType implements OutputType {
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
        Place place;
        try {
            place = Place.parse(given, "localhost");
        } catch (IllegalArgumentException e) {
            throw new WrongOutputException(
                    "--out statsd: %s, such as localhost:8125".formatted(e.getMessage()));
        }
        var settings = new Settings("statsd", place.query(), env, "K6_STATSD_");
        settings.only(List.of("namespace", "tags", "without"));
        var without = settings.text("without", "TAG_BLOCKLIST").orElse("vu,iter,url");
        return new Plan(
                place.socketAddress(),
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
            var sender = new UdpSender(address.getHostString(), address.getPort());
            return new SecondsOutput(
                    shown(), new StatsdCarrier(sender, packets), run.ticker(), run.messages());
        }
    }
}
