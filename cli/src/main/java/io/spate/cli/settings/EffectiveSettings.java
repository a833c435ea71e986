package io.spate.cli.settings;

import io.spate.cli.flags.Flags;
import io.spate.plan.Durations;
import io.spate.plan.TestPlan;
import io.spate.report.text.Cells;
import io.spate.script.config.Placed;
import io.spate.script.config.SloFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** All settings of a run as they hold, each with the place it comes from. */
public final class EffectiveSettings {
    /** Flags that give a workload another shape, so that the file's no longer counts. */
    private static final Set<String> SHAPES =
            Set.of(
                    "iterations",
                    "iterations-per-user",
                    "rate",
                    "stage",
                    "rate-stage",
                    "step",
                    "burst",
                    "type",
                    "spawn-rate",
                    "ramp-up");

    private static final Set<String> SHAPE_KEYS =
            Set.of(
                    "iterations",
                    "iterationsPerUser",
                    "rate",
                    "startRate",
                    "rateStages",
                    "stages",
                    "stepUp",
                    "spawnRate",
                    "rampUp",
                    "burst",
                    "spacing",
                    "type",
                    "level",
                    "scale",
                    "pattern");

    private static final Map<String, String> DEFAULTS =
            Map.of("timeout", "60s", "seed", "1", "http", "auto", "insecure", "false");

    private final Settings settings;
    private final Map<String, Placed<String>> rows = new LinkedHashMap<>();

    private EffectiveSettings(Settings settings) {
        this.settings = settings;
    }

    /**
     * The settings as a table, with line ends.
     *
     * @param command whose flags were given
     * @param file the test's own settings; none where it has no file of YAML
     * @param guided whether the load comes from the surroundings, as there is no test of its own
     */
    public static String of(
            CommandSpec command,
            Settings settings,
            Map<String, Placed<String>> file,
            TestPlan plan,
            boolean guided) {
        var effective = new EffectiveSettings(settings);
        effective.flags(command);
        effective.put("target", settings.target().filter(_ -> guided || isHost(settings)));
        if (guided) {
            effective.guided();
        }
        effective.file(file);
        effective.environment(guided);
        effective.thresholds();
        plan.scenarios()
                .forEach(
                        it ->
                                effective.rows.put(
                                        "scenario " + it.name(),
                                        new Placed<>(it.describe(), "all of these together")));
        DEFAULTS.forEach((name, value) -> effective.put(name, value, "default"));
        return Review.table(
                effective.rows.entrySet().stream()
                        .map(
                                it ->
                                        new String[] {
                                            Cells.clean(it.getKey()),
                                            Cells.clean(
                                                    Masking.shown(
                                                            it.getKey(), it.getValue().value())),
                                            it.getValue().origin()
                                        })
                        .toList());
    }

    private static boolean isHost(Settings settings) {
        return settings.variables().host().isPresent();
    }

    private void put(String name, String value, String origin) {
        rows.putIfAbsent(name, new Placed<>(value, origin));
    }

    private void put(String name, Optional<? extends Placed<?>> value) {
        value.ifPresent(it -> put(name, String.valueOf(it.value()), it.origin()));
    }

    private void flags(CommandSpec command) {
        var parsed = command.commandLine().getParseResult();
        for (var option : command.options()) {
            var name = name(option);
            if (parsed.hasMatchedOption(option)) {
                var values = parsed.matchedOption(option.longestName()).originalStringValues();
                var value =
                        values.isEmpty()
                                ? "true"
                                : values.stream()
                                        .map(it -> Masking.shown(name, it))
                                        .reduce((a, b) -> a + ", " + b)
                                        .orElse("");
                put(name, value, option.longestName());
                continue;
            }
            Flags.variables(option).stream()
                    .filter(settings.env()::containsKey)
                    .findFirst()
                    .ifPresent(it -> put(name, settings.env().getOrDefault(it, ""), it));
        }
    }

    private static String name(OptionSpec option) {
        var name = option.longestName().replaceFirst("^-+", "");
        return switch (name) {
            case "concurrency" -> "users";
            default -> name;
        };
    }

    /** The load of a run without a test of its own. */
    private void guided() {
        var load = settings.slo().map(SloFile::loadTest);
        put("users", settings.variables().usersMax());
        put("users", load.flatMap(SloFile.Load::concurrency));
        put("duration", settings.variables().duration());
        put("duration", load.flatMap(SloFile.Load::duration));
        put("spawn-rate", settings.variables().spawnRate());
        if (rows.keySet().stream().noneMatch(SHAPES::contains)) {
            load.flatMap(SloFile.Load::pattern)
                    .ifPresent(it -> put("pattern", it.value().text(), it.origin()));
            put("pattern", settings.pattern().text(), "default");
            put("users", String.valueOf(settings.workload().users().orElse(0)), "default");
            put(
                    "duration",
                    settings.workload().duration().map(Durations::format).orElse(""),
                    "default");
        }
        load.map(SloFile.Load::endpoints)
                .orElse(List.of())
                .forEach(
                        it ->
                                put(
                                        "endpoint " + it.value().endpoint(),
                                        it.value().share().toPlainString(),
                                        it.origin()));
    }

    /** What the file says and no flag replaces. */
    private void file(Map<String, Placed<String>> file) {
        boolean reshaped = rows.keySet().stream().anyMatch(SHAPES::contains);
        file.forEach(
                (path, value) -> {
                    var key = path.substring(path.lastIndexOf('.') + 1);
                    boolean workload = path.matches("scenarios\\.[^.]+\\.(\\w+)(\\..*)?");
                    boolean replaced =
                            workload
                                    && (rows.containsKey(flag(key))
                                            || (reshaped && SHAPE_KEYS.contains(key)));
                    if (!replaced) {
                        put(path, value.value(), value.origin());
                    }
                });
    }

    private static String flag(String key) {
        return switch (key) {
            case "maxUsers" -> "max-users";
            default -> key;
        };
    }

    private void environment(boolean guided) {
        if (!settings.environment().value().isEmpty()) {
            rows.put("environment", settings.environment());
        }
        if (guided || settings.slo().isPresent()) {
            AuthHeaders.origins(settings.env())
                    .forEach((header, variable) -> put("header " + header, Masking.MASK, variable));
        }
    }

    private void thresholds() {
        settings.thresholds()
                .forEach(it -> put("threshold " + Review.words(it.value()), "", it.origin()));
    }
}
