package io.spate.cli.web;

import io.spate.plan.Durations;
import io.spate.web.api.Plans.Load;
import io.spate.web.api.Plans.Point;
import io.spate.web.api.Plans.RunRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a page asks for, as arguments of {@code spate run}. */
final class RunArguments {
    private RunArguments() {}

    /**
     * The arguments.
     *
     * @param plan the path of a file, or the target where it is the test
     */
    static List<String> of(String plan, RunRequest request) {
        var arguments = new ArrayList<>(List.of(plan));
        request.target()
                .filter(it -> !it.equals(plan))
                .ifPresent(it -> arguments.add("--target=" + it));
        request.load().ifPresent(it -> arguments.addAll(load(it)));
        request.tags().forEach(it -> arguments.add("--tag=" + it));
        request.environment().ifPresent(it -> arguments.add("--environment=" + it));
        request.variables().forEach((name, value) -> arguments.add("--env=" + name + "=" + value));
        return arguments;
    }

    /** As people may see and repeat them: without the values of variables, which may be secret. */
    static String shown(String plan, RunRequest request) {
        var text = new StringBuilder("spate run");
        for (var each : of(plan, request)) {
            var shown =
                    each.startsWith("--env=")
                            ? each.substring(0, each.indexOf('=', "--env=".length())) + "=***"
                            : each;
            text.append(' ').append(quoted(shown));
        }
        return text.toString();
    }

    private static String quoted(String argument) {
        return argument.matches("[\\w./:=,%+@-]+")
                ? argument
                : "'" + argument.replace("'", "'\\''") + "'";
    }

    private static List<String> load(Load load) {
        var arguments = new ArrayList<String>();
        switch (load) {
            case Load.Users(var users, var spawnRate, var durationMs) -> {
                arguments.add("--users=" + users);
                if (spawnRate > 0) {
                    arguments.add("--spawn-rate=" + number(spawnRate));
                }
                addDuration(arguments, durationMs);
            }
            case Load.Rate(var rate, var maxUsers, var durationMs) -> {
                arguments.add("--rate=" + number(rate));
                if (maxUsers > 0) {
                    arguments.add("--max-users=" + maxUsers);
                }
                addDuration(arguments, durationMs);
            }
            case Load.Line(var ofRates, var points) -> addLine(arguments, ofRates, points);
        }
        return arguments;
    }

    private static void addDuration(List<String> arguments, long millis) {
        if (millis > 0) {
            arguments.add("--duration=" + time(millis));
        }
    }

    private static void addLine(List<String> arguments, boolean ofRates, List<Point> points) {
        long before = 0;
        for (var point : points) {
            // A line that begins at nothing needs no stage to get there.
            if (point.atMs() > 0 || point.value() > 0) {
                var value =
                        ofRates ? number(point.value()) : Long.toString(Math.round(point.value()));
                var flag = ofRates ? "--rate-stage=" : "--stage=";
                arguments.add(flag + time(point.atMs() - before) + ":" + value);
            }
            before = point.atMs();
        }
    }

    private static String time(long millis) {
        return millis == 0 ? "0s" : Durations.format(Duration.ofMillis(millis));
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.6f", value).replaceFirst("0+$", "");
    }
}
