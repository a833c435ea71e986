package io.spate.cli.k6;

import io.spate.cli.process.SpateProcess;
import io.spate.cli.process.UsageException;
import io.spate.k6.K6Test;
import io.spate.metrics.SampleLogs;
import io.spate.metrics.Ticker;
import io.spate.metrics.result.Output;
import io.spate.output.k6.CsvLines;
import io.spate.output.k6.CsvLines.TimeFormat;
import io.spate.output.k6.JsonLines;
import io.spate.output.k6.K6Tags;
import io.spate.output.k6.SampleFiles;
import io.spate.output.k6.SampleFormat;
import io.spate.plan.TestPlan;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** The outputs of {@code --out} and {@code K6_OUT}, told apart before anything runs. */
final class K6Outputs {
    private static final Map<String, String> OTHERS =
            Map.of(
                    "influxdb", "the output to InfluxDB is not there yet",
                    "experimental-prometheus-rw", "the output to Prometheus is not there yet",
                    "opentelemetry", "the output by OpenTelemetry is not there yet",
                    "experimental-opentelemetry", "the output by OpenTelemetry is not there yet",
                    "cloud", "results stay on this machine: there is no cloud",
                    "web-dashboard", "the dashboard is not there yet",
                    "statsd", "k6 has no output to statsd any more",
                    "datadog", "k6 has no output to Datadog any more",
                    "kafka", "k6 has no output to Kafka any more");

    private final SpateProcess process;
    private final List<Spec> specs;
    private final SampleLogs logs = new SampleLogs();

    private K6Outputs(SpateProcess process, List<Spec> specs) {
        this.process = process;
        this.specs = specs;
    }

    /** An output as it is asked for. */
    private sealed interface Spec {
        String file();

        default boolean isStandardOutput() {
            return file().equals("-");
        }

        default String shown(String type) {
            return "%s (%s)".formatted(type, isStandardOutput() ? "stdout" : file());
        }

        /** {@code json=FILE}. */
        record Json(String file) implements Spec {}

        /** {@code csv=FILE} or {@code csv=fileName=FILE,timeFormat=...}. */
        record Csv(String file, TimeFormat format) implements Spec {}
    }

    /**
     * The outputs of a command line and of the environment.
     *
     * @throws UsageException where one is not there
     */
    static K6Outputs of(SpateProcess process, List<String> flags) {
        var asked = flags.isEmpty() ? split(process.env().getOrDefault("K6_OUT", "")) : flags;
        return new K6Outputs(process, asked.stream().map(it -> spec(process.env(), it)).toList());
    }

    /** At commas, but for those among the settings of one output. */
    private static List<String> split(String all) {
        var parts = new ArrayList<String>();
        for (var part : all.split(",", -1)) {
            int equals = part.indexOf('=');
            var name = equals < 0 ? part : part.substring(0, equals);
            boolean begins = name.equals("json") || name.equals("csv") || OTHERS.containsKey(name);
            if (begins || parts.isEmpty()) {
                parts.add(part);
            } else {
                parts.set(parts.size() - 1, parts.getLast() + "," + part);
            }
        }
        parts.removeIf(String::isBlank);
        return parts;
    }

    private static Spec spec(Map<String, String> env, String text) {
        int equals = text.indexOf('=');
        var type = equals < 0 ? text : text.substring(0, equals);
        var argument = equals < 0 ? "" : text.substring(equals + 1);
        return switch (type) {
            case "json" -> new Spec.Json(argument.isEmpty() ? "-" : argument);
            case "csv" -> csv(env, argument);
            default -> {
                var message = OTHERS.getOrDefault(type, "there is no output '%s'".formatted(type));
                throw new UsageException(
                        message + "; there are json[=FILE] and csv[=FILE], and --summary-export");
            }
        };
    }

    private static Spec csv(Map<String, String> env, String argument) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("fileName", env.getOrDefault("K6_CSV_FILENAME", "file.csv"));
        settings.put("saveInterval", env.getOrDefault("K6_CSV_SAVE_INTERVAL", "1s"));
        settings.put("timeFormat", env.getOrDefault("K6_CSV_TIME_FORMAT", "unix"));
        if (!argument.contains("=") && !argument.isEmpty()) {
            settings.put("fileName", argument);
        } else if (!argument.isEmpty()) {
            for (var pair : argument.split(",", -1)) {
                int equals = pair.indexOf('=');
                var key = equals < 0 ? pair : pair.substring(0, equals);
                if (equals < 0 || settings.put(key(key), pair.substring(equals + 1)) == null) {
                    throw new UsageException(
                            ("csv: '%s' is none of fileName=FILE, saveInterval=TIME and"
                                            + " timeFormat=FORMAT")
                                    .formatted(pair));
                }
            }
        }
        return new Spec.Csv(settings.get("fileName"), timeFormat(settings.get("timeFormat")));
    }

    /** The names that k6 had before. */
    private static String key(String name) {
        return switch (name) {
            case "file_name" -> "fileName";
            case "save_interval" -> "saveInterval";
            case "time_format" -> "timeFormat";
            default -> name;
        };
    }

    private static TimeFormat timeFormat(String text) {
        return Stream.of(TimeFormat.values())
                .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(
                        () ->
                                new UsageException(
                                        ("csv: timeFormat is one of unix, unix_milli, unix_micro,"
                                                        + " unix_nano, rfc3339, rfc3339_nano, and"
                                                        + " not '%s'")
                                                .formatted(text)));
    }

    /** What a run's head says of them. */
    List<String> shown() {
        return specs.stream()
                .map(
                        it ->
                                switch (it) {
                                    case Spec.Json json -> json.shown("json");
                                    case Spec.Csv csv -> csv.shown("csv");
                                })
                .toList();
    }

    /** Where recorders put their values; empty where nobody asks for them. */
    Optional<SampleLogs> logs() {
        return specs.isEmpty() ? Optional.empty() : Optional.of(logs);
    }

    /**
     * Opens the files.
     *
     * @throws UsageException where one cannot be written
     */
    Optional<Output> open(K6Test test, TestPlan plan, Ticker ticker, Consumer<String> messages) {
        if (specs.isEmpty()) {
            return Optional.empty();
        }
        var tags = K6Tags.of(test.options().systemTags());
        var targets = new ArrayList<SampleFiles.Target>();
        for (var spec : specs) {
            SampleFormat format =
                    switch (spec) {
                        case Spec.Json _ ->
                                new JsonLines(tags, plan.thresholds(), ZoneId.systemDefault());
                        case Spec.Csv csv -> new CsvLines(tags, csv.format);
                    };
            targets.add(new SampleFiles.Target(spec.file(), format, stream(spec)));
        }
        return Optional.of(new SampleFiles(targets, logs, ticker, plan.metrics(), messages));
    }

    private OutputStream stream(Spec spec) {
        if (spec.isStandardOutput()) {
            return new FilterOutputStream(process.out()) {
                @Override
                public void write(byte[] bytes, int from, int count) {
                    process.out().write(bytes, from, count);
                }

                // The process's own stream stays open.
                @Override
                public void close() {
                    process.out().flush();
                }
            };
        }
        try {
            var file = Files.newOutputStream(process.file(spec.file()));
            return spec.file().endsWith(".gz") ? new GZIPOutputStream(file, 1 << 16) : file;
        } catch (IOException e) {
            throw new UsageException(
                    "cannot write to %s: %s".formatted(spec.file(), e.getMessage()));
        }
    }
}
