package io.spate.output.prometheus;

import io.spate.output.delivery.OpenOutput;
import io.spate.output.delivery.SeriesView;
import io.spate.output.type.OutputContext;
import io.spate.output.type.OutputPlan;
import io.spate.output.type.OutputType;
import io.spate.output.type.Settings;
import io.spate.output.type.WrongOutputException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code prometheus=127.0.0.1:9595}: a page for Prometheus to scrape. */
public final class ScrapeType implements OutputType {
    private static final String DEFAULT = "127.0.0.1:9595";
    private static final int PORT_MAX = 65_535;
    private static final Pattern PLACE =
            Pattern.compile("(?:(\\[[0-9a-fA-F:]+]|[^:?]+)?:)?(\\d{1,5})(?:\\?(.*))?");

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
        var matcher = PLACE.matcher(argument.isEmpty() ? DEFAULT : argument);
        if (!matcher.matches() || Integer.parseInt(matcher.group(2)) > PORT_MAX) {
            throw new WrongOutputException(
                    "--out prometheus: '%s' is no address to listen on, such as 127.0.0.1:9595"
                            .formatted(argument));
        }
        var settings = new Settings("prometheus", query(matcher), env, "SPATE_PROMETHEUS_");
        settings.only(List.of("linger", "trendStats"));
        List<TrendStat> stats;
        var text = settings.text("trendStats", "TREND_STATS").orElse("p(95),p(99)");
        try {
            stats = TrendStat.parse(text);
        } catch (IllegalArgumentException _) {
            throw settings.wrong(
                    "trendStats", "TREND_STATS", "of avg, min, med, max, sum, count, p(N)", text);
        }
        var host = matcher.group(1) == null ? "127.0.0.1" : matcher.group(1);
        return new Plan(
                new InetSocketAddress(host, Integer.parseInt(matcher.group(2))),
                stats,
                settings.duration("linger", "LINGER").orElse(Duration.ZERO));
    }

    private static Map<String, String> query(Matcher matcher) {
        var query = new LinkedHashMap<String, String>();
        if (matcher.group(3) != null) {
            for (var pair : matcher.group(3).split("&", -1)) {
                int equals = pair.indexOf('=');
                query.put(
                        equals < 0 ? pair : pair.substring(0, equals),
                        equals < 0 ? "" : pair.substring(equals + 1));
            }
        }
        return query;
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
                        new RunTotals(SeriesView.without(Set.of("url"))),
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
