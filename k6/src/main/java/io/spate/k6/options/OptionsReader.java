package io.spate.k6.options;

import io.spate.engine.portion.Portion;
import io.spate.http.HttpOptions;
import io.spate.metrics.Metric;
import io.spate.metrics.SystemTags;
import io.spate.script.ScriptException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** Reads options of all tiers. */
public final class OptionsReader {
    private static final Duration ONCE_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration SUMMARY_TIMEOUT = Duration.ofMinutes(2);
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(60);
    private static final int REDIRECTS = 10;
    private static final long BODY_BYTES_MAX = 64L << 20;
    private static final Pattern TREND_STAT =
            Pattern.compile("avg|min|med|max|count|p\\(\\d+(\\.\\d+)?\\)");

    private final Problems problems = new Problems();
    private final Merged merged;
    private final List<Metric> metrics;

    private OptionsReader(List<Tier> tiers, List<Metric> metrics) {
        this.merged = Merged.of(tiers, problems);
        this.metrics = metrics;
    }

    /**
     * The options of several tiers.
     *
     * @param tiers from the weakest to the strongest
     * @param metrics those that the script adds
     * @throws ScriptException naming everything that is wrong, with its place
     */
    public static K6Options read(List<Tier> tiers, List<Metric> metrics) {
        return new OptionsReader(tiers, metrics).read();
    }

    private K6Options read() {
        var scenarios = new ScenarioReader(merged, problems).read();
        var thresholds = new ThresholdReader(problems, metrics).read(of(OptionKey.THRESHOLDS));
        var options =
                new Parts(
                        of(OptionKey.TAGS).map("tags"),
                        http(),
                        settings(),
                        new NetworkReader(merged, problems).read(),
                        once(),
                        new SegmentReader(merged, problems).read(),
                        summary());
        problems.check();
        return new K6Options(
                scenarios,
                thresholds,
                options.tags,
                options.http,
                options.settings,
                options.network,
                debug(),
                options.once,
                options.portion,
                options.summary,
                flag(OptionKey.PAUSED),
                get(OptionKey.SYSTEM_TAGS, Fields::texts, SystemTags.SHOWN),
                of(OptionKey.CONSOLE_OUTPUT).text("consoleOutput"),
                problems.warnings(),
                withoutEffect(),
                merged.values().toString());
    }

    private record Parts(
            Map<String, String> tags,
            HttpOptions http,
            HttpSettings settings,
            K6Options.Network network,
            K6Options.Once once,
            Portion portion,
            K6Options.Summary summary) {}

    private Fields of(OptionKey key) {
        return merged.fields(key, problems);
    }

    private <T> T get(OptionKey key, BiFunction<Fields, String, Optional<T>> read, T otherwise) {
        return read.apply(of(key), key.text()).orElse(otherwise);
    }

    private boolean flag(OptionKey key) {
        return get(key, Fields::flag, false);
    }

    private HttpOptions http() {
        Map<String, String> headers = new LinkedHashMap<>();
        of(OptionKey.USER_AGENT).text("userAgent").ifPresent(it -> headers.put("User-Agent", it));
        int redirects = get(OptionKey.MAX_REDIRECTS, Fields::count, REDIRECTS);
        if (redirects < 0 || redirects > 100) {
            of(OptionKey.MAX_REDIRECTS).wrong("maxRedirects", "must be 0 to 100");
            redirects = REDIRECTS;
        }
        return new HttpOptions(
                "",
                headers,
                REQUEST_TIMEOUT,
                !flag(OptionKey.INSECURE_SKIP_TLS_VERIFY),
                flag(OptionKey.DISCARD_RESPONSE_BODIES),
                redirects,
                !flag(OptionKey.NO_CONNECTION_REUSE),
                BODY_BYTES_MAX);
    }

    private HttpSettings settings() {
        return new HttpSettings(
                flag(OptionKey.THROW),
                positive(OptionKey.BATCH, HttpSettings.DEFAULT.batch()),
                positive(OptionKey.BATCH_PER_HOST, HttpSettings.DEFAULT.batchPerHost()),
                flag(OptionKey.NO_COOKIES_RESET),
                !flag(OptionKey.NO_VU_CONNECTION_REUSE),
                Math.max(0, get(OptionKey.RPS, Fields::count, 0)));
    }

    private K6Options.Debug debug() {
        return switch (get(OptionKey.HTTP_DEBUG, Fields::text, "")) {
            case "" -> K6Options.Debug.NONE;
            case "full" -> K6Options.Debug.FULL;
            default -> K6Options.Debug.HEADS;
        };
    }

    /** A limit; 0 for none. */
    private int positive(OptionKey key, int otherwise) {
        int value = get(key, Fields::count, otherwise);
        return value <= 0 ? Integer.MAX_VALUE : value;
    }

    private K6Options.Once once() {
        return new K6Options.Once(
                !flag(OptionKey.NO_SETUP),
                get(OptionKey.SETUP_TIMEOUT, Fields::duration, ONCE_TIMEOUT),
                !flag(OptionKey.NO_TEARDOWN),
                get(OptionKey.TEARDOWN_TIMEOUT, Fields::duration, ONCE_TIMEOUT),
                get(OptionKey.HANDLE_SUMMARY_TIMEOUT, Fields::duration, SUMMARY_TIMEOUT));
    }

    private K6Options.Summary summary() {
        var stats =
                get(OptionKey.SUMMARY_TREND_STATS, Fields::texts, K6Options.Summary.TREND_STATS);
        stats.stream()
                .filter(it -> !TREND_STAT.matcher(it).matches())
                .forEach(
                        it ->
                                of(OptionKey.SUMMARY_TREND_STATS)
                                        .wrong(
                                                "summaryTrendStats",
                                                "\"%s\" is none of avg, min, med, max, count, p(N)"
                                                        .formatted(it)));
        var unit = get(OptionKey.SUMMARY_TIME_UNIT, Fields::text, "");
        if (!List.of("", "s", "ms", "us").contains(unit)) {
            of(OptionKey.SUMMARY_TIME_UNIT)
                    .wrong("summaryTimeUnit", "must be 's', 'ms' or 'us', not '" + unit + "'");
        }
        return new K6Options.Summary(stats, unit);
    }

    private List<String> withoutEffect() {
        var without =
                new ArrayList<>(
                        Arrays.stream(OptionKey.values())
                                .filter(it -> it.effect() == OptionKey.Effect.NONE)
                                .filter(merged::has)
                                .map(OptionKey::text)
                                .toList());
        var scenarios = merged.values().get("scenarios");
        if (scenarios != null && !scenarios.findValues("gracefulRampDown").isEmpty()) {
            without.add("gracefulRampDown");
        }
        return without;
    }
}
