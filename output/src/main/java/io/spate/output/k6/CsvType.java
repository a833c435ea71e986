package io.spate.output.k6;

import io.spate.output.k6.CsvLines.TimeFormat;
import io.spate.output.type.OutputPlan;
import io.spate.output.type.OutputType;
import io.spate.output.type.WrongOutputException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** {@code csv=FILE} or {@code csv=fileName=FILE,timeFormat=...}: k6's rows. */
public final class CsvType implements OutputType {
    @Override
    public List<String> names() {
        return List.of("csv");
    }

    @Override
    public String form() {
        return "csv[=FILE]";
    }

    @Override
    public OutputPlan plan(String argument, Map<String, String> env) {
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
                    throw new WrongOutputException(
                            ("csv: '%s' is none of fileName=FILE, saveInterval=TIME and"
                                            + " timeFormat=FORMAT")
                                    .formatted(pair));
                }
            }
        }
        var format = timeFormat(settings.get("timeFormat"));
        return new SampleFilePlan(
                "csv",
                settings.get("fileName"),
                run -> new CsvLines(K6Tags.of(run.systemTags()), format));
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
                                new WrongOutputException(
                                        ("csv: timeFormat is one of unix, unix_milli, unix_micro,"
                                                        + " unix_nano, rfc3339, rfc3339_nano, and"
                                                        + " not '%s'")
                                                .formatted(text)));
    }
}
