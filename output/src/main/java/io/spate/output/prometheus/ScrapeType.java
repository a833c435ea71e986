package io.spate.output.prometheus;

import io.spate.output.delivery.OpenOutput;
import io.spate.output.delivery.Place;
import io.spate.output.delivery.RunTotals;
import io.spate.output.delivery.SeriesView;
import io.spate.output.type.OutputContext;
import io.spate.output.type.OutputPlan;
import io.spate.output.type.OutputType;
import io.spate.output.type.Settings;
import io.spate.output.type.WrongOutputException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code prometheus=127.0.0.1:9595}: a page for Prometheus to scrape. */
public final class ScrapeType implements OutputType {
    private static final String DEFAULT = "127.0.0.1:9595";

    @Override
    public List<String> names() {
        return List.of("prometheus");
    }

    @Override
    public String form() {
        return "prometheus[=127.0.0.1:9595]";
    }

    @Override
    public OutputPlan plan(String argument, Map<String, String> env) {
        Place place;
        try {
            place = Place.parse(argument.isEmpty() ? DEFAULT : argument, "127.0.0.1");
        } catch (IllegalArgumentException e) {
            throw new WrongOutputException(
                    "--out prometheus: %s to listen on, such as %s"
                            .formatted(e.getMessage(), DEFAULT));
        }
        var settings = new Settings("prometheus", place.query(), env, "SPATE_PROMETHEUS_");
        settings.only(List.of("linger", "trendStats"));
        return new Plan(
                place.socketAddress(),
                TrendStat.in(settings, "p(95),p(99)"),
                settings.duration("linger", "LINGER").orElse(Duration.ZERO));
    }

    private record Plan(InetSocketAddress address, List<TrendStat> stats, Duration linger)
            implements OutputPlan {
        @Override
        public String shown() {
            return "prometheus (http://%s:%d/metrics)"
                    .formatted(address.getHostString(), address.getPort());
        }

        @Override
        public boolean wantsSamples() {
            return false;
        }

        @Override
        public OpenOutput open(OutputContext run) {
            try {
                return new ScrapeOutput(
                        shown(),
                        address,
                        new Points(stats, true),
                        new RunTotals<>(
                                SeriesView.without(Set.of("url")),
                                it -> Labels.of(it.tags().values())),
                        linger,
                        run);
            } catch (IOException e) {
                throw new WrongOutputException(
                        "--out prometheus: cannot listen on %s:%d: %s. Choose another port."
                                .formatted(
                                        address.getHostString(),
                                        address.getPort(),
                                        e.getMessage()));
            }
        }
    }
}
