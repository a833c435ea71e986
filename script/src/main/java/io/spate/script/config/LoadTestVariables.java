package io.spate.script.config;

import io.spate.metrics.Nearest;
import io.spate.metrics.threshold.Threshold;
import io.spate.plan.Durations;
import io.spate.script.ScriptException;
import io.spate.script.SourceProblem;
import io.spate.script.yaml.text.Quantities;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What the variables {@code LOAD_TEST_...} say.
 *
 * @param spawnRate users started per second
 * @param thresholds what is judged
 * @param unused names that mean nothing here, each with what it was taken for
 */
public record LoadTestVariables(
        Optional<Placed<String>> host,
        Optional<Placed<Integer>> usersMax,
        Optional<Placed<Duration>> duration,
        Optional<Placed<Double>> spawnRate,
        List<Placed<Threshold>> thresholds,
        SortedMap<String, String> unused) {
    private static final String PREFIX = "LOAD_TEST_";
    private static final Set<String> KNOWN =
            Set.of(
                    "LOAD_TEST_HOST",
                    "LOAD_TEST_USERS_MAX",
                    "LOAD_TEST_DURATION_SECONDS",
                    "LOAD_TEST_SPAWN_RATE",
                    "LOAD_TEST_P50_MS",
                    "LOAD_TEST_P95_MS",
                    "LOAD_TEST_P99_MS",
                    "LOAD_TEST_ERROR_RATE",
                    "LOAD_TEST_SUCCESS_RATE",
                    "LOAD_TEST_THROUGHPUT");
    private static final Pattern PERCENTILE = Pattern.compile("(?:.*_)?P(\\d{2})(?:_.*)?");
    private static final Pattern LINE = Pattern.compile("(.*):(\\d+)");

    public LoadTestVariables {
        thresholds = List.copyOf(thresholds);
        unused = Collections.unmodifiableSortedMap(new TreeMap<>(unused));
    }

    /**
     * What variables say; those of another name are passed over.
     *
     * @throws ScriptException naming every value that is none
     */
    public static LoadTestVariables of(Map<String, Placed<String>> variables) {
        return new Reader(variables).read();
    }

    /** A number of users. */
    static int users(String text) {
        int users = Quantities.whole(text);
        if (users < 1) {
            throw new IllegalArgumentException("users must be above 0, not " + users);
        }
        return users;
    }

    /** How long; a bare number is seconds. */
    static Duration duration(String text) {
        var duration = Durations.parse(text);
        if (!duration.isPositive()) {
            throw new IllegalArgumentException("a duration must be above 0, not " + text);
        }
        return duration;
    }

    private static final class Reader {
        private final Map<String, Placed<String>> variables;
        private final List<SourceProblem> problems = new ArrayList<>();
        private final List<Placed<Threshold>> thresholds = new ArrayList<>();
        private final SortedMap<String, String> unused = new TreeMap<>();

        Reader(Map<String, Placed<String>> variables) {
            this.variables = variables;
        }

        LoadTestVariables read() {
            var host = one("LOAD_TEST_HOST", Function.identity());
            var users = one("LOAD_TEST_USERS_MAX", LoadTestVariables::users);
            var duration = one("LOAD_TEST_DURATION_SECONDS", LoadTestVariables::duration);
            var spawnRate = one("LOAD_TEST_SPAWN_RATE", Quantities::perSecond);
            variables.keySet().stream()
                    .filter(it -> it.startsWith(PREFIX) && !isSetting(it))
                    .forEach(this::threshold);
            if (!problems.isEmpty()) {
                throw new ScriptException(problems);
            }
            return new LoadTestVariables(host, users, duration, spawnRate, thresholds, unused);
        }

        private static boolean isSetting(String name) {
            return Set.of(
                            "LOAD_TEST_HOST",
                            "LOAD_TEST_USERS_MAX",
                            "LOAD_TEST_DURATION_SECONDS",
                            "LOAD_TEST_SPAWN_RATE")
                    .contains(name);
        }

        /** Whatever else such a name holds, such as LATENCY, MAX or THRESHOLD, says no more. */
        private void threshold(String name) {
            var rest = name.substring(PREFIX.length());
            var percentile = PERCENTILE.matcher(rest);
            if (percentile.matches()) {
                var aggregation = "p(" + percentile.group(1) + ")<";
                judge(name, "http_req_duration", aggregation, Quantities::millis);
            } else if (rest.contains("ERROR_RATE")) {
                judge(name, "http_req_failed", "rate<=", Quantities::share);
            } else if (rest.contains("SUCCESS_RATE")) {
                judge(
                        name,
                        "http_req_failed",
                        "rate<=",
                        it -> BigDecimal.ONE.subtract(Quantities.share(it)));
            } else if (rest.contains("THROUGHPUT") || rest.matches("(.*_)?RPS(_.*)?")) {
                judge(
                        name,
                        "http_reqs",
                        "rate>=",
                        it -> BigDecimal.valueOf(Quantities.perSecond(it)));
            } else {
                unused.put(name, "not used" + Nearest.hint(name, KNOWN));
            }
        }

        private void judge(
                String name, String metric, String condition, Function<String, BigDecimal> parse) {
            one(name, parse)
                    .map(it -> it.map(bound -> condition + plain(bound)))
                    .map(it -> it.map(text -> Threshold.parse(metric, text)))
                    .ifPresent(thresholds::add);
        }

        private static String plain(BigDecimal number) {
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }

        private <V> Optional<Placed<V>> one(String name, Function<String, V> parse) {
            var given = variables.get(name);
            if (given == null || given.value().isBlank()) {
                return Optional.empty();
            }
            try {
                return Optional.of(given.map(parse));
            } catch (IllegalArgumentException e) {
                var line = LINE.matcher(given.origin());
                var message = name + ": " + e.getMessage();
                problems.add(
                        line.matches()
                                ? new SourceProblem(
                                        line.group(1),
                                        Integer.parseInt(line.group(2)),
                                        name.length() + 2,
                                        message,
                                        "")
                                : SourceProblem.of(message));
                return Optional.empty();
            }
        }
    }
}
