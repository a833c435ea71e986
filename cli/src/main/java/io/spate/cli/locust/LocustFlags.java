package io.spate.cli.locust;

import io.spate.cli.process.SpateProcess;
import io.spate.locust.ScriptArgument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * All options of a run, from the command line, variables and files, in this order.
 *
 * @param values by option; a switch is there or not
 * @param custom those that locustfiles add
 * @param classes of users; empty for all
 * @param unknown options that nobody knows
 */
record LocustFlags(
        Map<String, List<String>> values,
        Map<String, List<String>> custom,
        List<String> classes,
        List<String> unknown) {
    private static final Pattern SPAN =
            Pattern.compile("(?=.)(?:(\\d+)h)?(?:(\\d+)m)?(?:(\\d+)s?)?");

    /** Reads them. */
    static LocustFlags of(
            SpateProcess process, List<String> arguments, List<ScriptArgument> added) {
        var own = added.stream().map(LocustOption::of).toList();
        var options = new ArrayList<>(LocustOption.ALL);
        options.addAll(own);
        var line = LocustLine.parse(arguments, options);
        var named =
                Optional.ofNullable(line.values().get("config"))
                        .map(List::getFirst)
                        .or(() -> Optional.ofNullable(process.env().get("LOCUST_CONFIG")));
        var all = new LinkedHashMap<>(new LocustConfig(process).values(options, named));
        all.putAll(line.values());
        var custom = new HashMap<String, List<String>>();
        for (var option : own) {
            var given = all.remove(option.dest());
            if (given != null) {
                custom.put(option.dest(), given);
            }
        }
        var classes = new ArrayList<>(line.operands());
        var variable = process.env().get("LOCUST_USER_CLASSES");
        if (classes.isEmpty() && variable != null) {
            classes.addAll(List.of(variable.strip().split("[\\s,]+", -1)));
        }
        return new LocustFlags(all, custom, classes, line.unknown());
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name))
                .filter(it -> !it.isEmpty())
                .map(List::getFirst);
    }

    Optional<List<String>> words(String name) {
        return Optional.ofNullable(values.get(name)).filter(it -> !it.isEmpty());
    }

    Optional<Integer> whole(String name) {
        return text(name)
                .map(
                        it -> {
                            try {
                                return Integer.parseInt(it.strip());
                            } catch (NumberFormatException _) {
                                throw invalid(name, "int", it);
                            }
                        });
    }

    Optional<Double> number(String name) {
        return text(name)
                .map(
                        it -> {
                            try {
                                return Double.parseDouble(it.strip());
                            } catch (NumberFormatException _) {
                                throw invalid(name, "float", it);
                            }
                        });
    }

    private static RuntimeException invalid(String name, String kind, String value) {
        return LocustLine.wrong(
                "argument --%s: invalid %s value: '%s'"
                        .formatted(name.replace('_', '-'), kind, value));
    }

    /** How long the run takes, in seconds; empty for as long as nobody ends it. */
    Optional<Integer> runSeconds() {
        return text("run_time").map(it -> seconds("run-time", it.strip()));
    }

    /** How long users may take to end, in seconds. */
    private double stopSeconds() {
        return text("stop_timeout")
                .map(String::strip)
                .map(
                        it ->
                                it.matches("\\d+\\.\\d+")
                                        ? Double.parseDouble(it)
                                        : seconds("stop-timeout", it))
                .orElse(0.0);
    }

    /** A time such as {@code 1h20m}, in seconds. */
    static int seconds(String option, String text) {
        var found = SPAN.matcher(text);
        if (!found.matches()) {
            throw LocustLine.wrong(
                    "argument --%s: '%s' is no time span. Valid formats: 20, 20s, 3m, 2h, 1h20m, 3h30m10s, etc."
                            .formatted(option, text));
        }
        return count(found.group(1)) * 3600 + count(found.group(2)) * 60 + count(found.group(3));
    }

    private static int count(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /** What scripts see, but for the arguments that they add. */
    Map<String, @Nullable Object> forScripts() {
        var all = new LinkedHashMap<String, @Nullable Object>();
        for (var option : LocustOption.ALL) {
            all.put(option.dest(), value(option));
        }
        all.put("run_time", runSeconds().orElse(0));
        all.put("num_users", whole("users").orElse(null));
        all.put("exit_code_on_error", whole("exit_code_on_error").orElse(1));
        all.put("stop_timeout", stopSeconds());
        all.put("csv_prefix", text("csv").orElse(null));
        all.put("user_classes", classes);
        all.put("custom", custom);
        return all;
    }

    private @Nullable Object value(LocustOption option) {
        var name = option.dest();
        return switch (option.kind()) {
            case SWITCH -> has(name);
            case TEXT -> text(name).orElse(null);
            case WHOLE -> whole(name).orElse(null);
            case NUMBER -> number(name).orElse(null);
            case WORDS -> words(name).orElse(null);
        };
    }
}
