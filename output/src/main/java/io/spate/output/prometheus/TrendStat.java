package io.spate.output.prometheus;

import io.spate.metrics.Histogram;
import io.spate.output.type.Settings;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A figure of a trend that becomes a series of its own.
 *
 * @param suffix of its name, such as {@code p99}
 * @param counts whether it is a number of values, and not a value
 * @param value what it is, in the unit of the histogram
 */
record TrendStat(String suffix, boolean counts, ToDoubleFunction<Histogram> value) {
    private static final Pattern PERCENTILE = Pattern.compile("p\\((\\d{1,3}(?:\\.\\d+)?)\\)");

    /**
     * Those an output is to have, with commas as k6 writes them: {@code p(95),p(99.9),max}.
     *
     * @param usual where the settings say nothing
     */
    static List<TrendStat> in(Settings settings, String usual) {
        var text = settings.text("trendStats", "TREND_STATS").orElse(usual);
        try {
            return Stream.of(text.split(",", -1)).map(String::strip).map(TrendStat::of).toList();
        } catch (IllegalArgumentException _) {
            throw settings.wrong(
                    "trendStats", "TREND_STATS", "of avg, min, med, max, sum, count, p(N)", text);
        }
    }

    private static TrendStat of(String text) {
        var matcher = PERCENTILE.matcher(text);
        if (matcher.matches() && Double.parseDouble(matcher.group(1)) <= 100) {
            double percentile = Double.parseDouble(matcher.group(1));
            var suffix = "p" + matcher.group(1).replace(".", "");
            return new TrendStat(suffix, false, it -> it.percentile(percentile));
        }
        return switch (text) {
            case "avg" -> new TrendStat(text, false, Histogram::mean);
            case "min" -> new TrendStat(text, false, Histogram::min);
            case "max" -> new TrendStat(text, false, Histogram::max);
            case "med" -> new TrendStat(text, false, it -> it.percentile(50));
            case "sum" -> new TrendStat(text, false, Histogram::sum);
            case "count" -> new TrendStat(text, true, Histogram::count);
            default -> throw new IllegalArgumentException(text);
        };
    }
}
