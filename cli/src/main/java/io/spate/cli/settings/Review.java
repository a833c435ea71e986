package io.spate.cli.settings;

import io.spate.metrics.threshold.Threshold;
import io.spate.report.text.Cells;
import io.spate.script.config.Placed;
import java.util.List;

/** What files and variables around a test say, for a look before the run. */
public final class Review {
    private Review() {}

    /**
     * As lines; empty where there is nothing.
     *
     * @param authenticated whether headers are made of credentials in the environment
     */
    public static String of(Settings settings, boolean authenticated) {
        var text = new StringBuilder();
        if (!settings.envFile().variables().isEmpty()) {
            var first = settings.envFile().variables().values().iterator().next().origin();
            text.append(first.replaceFirst(":\\d+$", "")).append(":\n");
            settings.envFile()
                    .variables()
                    .forEach((name, value) -> variable(text, settings, name, value));
        }
        settings.slo()
                .ifPresent(
                        it ->
                                text.append(it.file())
                                        .append(": objectives of ")
                                        .append(it.environment())
                                        .append(" (")
                                        .append(settings.environment().origin())
                                        .append(
                                                it.overlaid()
                                                        ? ")"
                                                        : "; the file has none of its own)")
                                        .append('\n'));
        settings.thresholds().forEach(it -> threshold(text, it));
        if (authenticated) {
            AuthHeaders.origins(settings.env())
                    .forEach(
                            (header, variable) ->
                                    text.append(
                                            "  header %s: *** (%s)\n".formatted(header, variable)));
        }
        return text.toString();
    }

    private static void variable(
            StringBuilder text, Settings settings, String name, Placed<String> value) {
        var beaten = settings.env().get(name);
        var remark =
                beaten != null && !beaten.equals(value.value())
                        ? "   (the environment has another)"
                        : settings.variables().unused().containsKey(name)
                                ? "   (" + settings.variables().unused().get(name) + ")"
                                : "";
        text.append("  ")
                .append(name)
                .append('=')
                .append(Cells.clean(Masking.shown(name, value.value())))
                .append(remark)
                .append('\n');
    }

    private static void threshold(StringBuilder text, Placed<Threshold> placed) {
        text.append("  %-40s %s\n".formatted(words(placed.value()), placed.origin()));
    }

    static String words(Threshold threshold) {
        return Cells.clean(
                "%s: %s".formatted(threshold.selector().text(), threshold.condition().text()));
    }

    /** The rows of a table: name, value and origin. */
    static String table(List<String[]> rows) {
        int name = rows.stream().mapToInt(it -> Cells.width(it[0])).max().orElse(0);
        int value = rows.stream().mapToInt(it -> Math.min(60, Cells.width(it[1]))).max().orElse(0);
        var text = new StringBuilder();
        for (var row : rows) {
            text.append("  ")
                    .append(Cells.padEnd(row[0], name))
                    .append("  ")
                    .append(Cells.padEnd(row[1], value))
                    .append("  ")
                    .append(row[2])
                    .append('\n');
        }
        return text.toString();
    }
}
