package io.spate.cli.web;

import io.spate.cli.web.RunLine.Line;
import io.spate.plan.Durations;
import io.spate.web.api.BadRequest;
import io.spate.web.api.Mistake;
import io.spate.web.api.Plans.Load;
import io.spate.web.api.Plans.PlanFile;
import io.spate.web.api.Plans.Point;
import io.spate.web.api.Plans.RunRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a page asks for, as a command line of Spate. */
final class RunArguments {
    private final List<String> words;
    private final List<Mistake> mistakes = new ArrayList<>();

    private RunArguments(String... words) {
        this.words = new ArrayList<>(List.of(words));
    }

    /** What runs an address alone. */
    static Line ofAddress(String address, RunRequest request) {
        return new RunArguments("run", address).own(address, request);
    }

    /** What runs a file. */
    static Line of(PlanFile plan, RunRequest request) {
        return switch (plan.kind()) {
            case "k6" -> new RunArguments("k6", "run").k6(plan.path(), request);
            case "locust" ->
                    new RunArguments("locust", "-f", plan.path(), "--headless").locust(request);
            default -> new RunArguments("run", plan.path()).own(plan.path(), request);
        };
    }

    /** As people may see and repeat it: without the values of variables, which may be secret. */
    static String shown(Line line) {
        var text = new StringBuilder();
        line.variables().keySet().stream().sorted().forEach(it -> text.append(it).append("=*** "));
        text.append("spate");
        for (var each : line.words()) {
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

    private Line own(String plan, RunRequest request) {
        request.target()
                .filter(it -> !it.equals(plan))
                .ifPresent(it -> words.add("--target=" + it));
        request.load().ifPresent(this::load);
        request.tags().forEach(it -> words.add("--tag=" + it));
        request.environment().ifPresent(it -> words.add("--environment=" + it));
        request.variables().forEach((name, value) -> words.add("--env=" + name + "=" + value));
        return line(Map.of());
    }

    private Line line(Map<String, String> variables) {
        if (!mistakes.isEmpty()) {
            throw new BadRequest(422, mistakes);
        }
        return new Line(words, variables);
    }

    private void refuse(boolean given, String field, String message) {
        if (given) {
            mistakes.add(Mistake.of(field, message));
        }
    }

    private Line k6(String script, RunRequest request) {
        refuse(
                request.target().isPresent(),
                "target",
                "a k6 script names its target itself; set a variable that it reads");
        refuseEnvironment(request);
        switch (request.load().orElse(null)) {
            case null -> {}
            case Load.Users load -> k6Users(load);
            case Load.Line(var ofRates, var points) when !ofRates -> addLine(false, points);
            case Load.Line _, Load.Rate _ ->
                    refuse(true, "load", "a k6 script has rates in its own scenarios alone");
        }
        request.tags().forEach(it -> words.add("--tag=" + it));
        request.variables().forEach((name, value) -> words.add("--env=" + name + "=" + value));
        words.add(script);
        return line(Map.of());
    }

    private void refuseEnvironment(RunRequest request) {
        refuse(
                request.environment().isPresent(),
                "environment",
                "runs of scripts of other tools have no environment here");
    }

    /** Users that come one after the other are stages to k6. */
    private void k6Users(Load.Users load) {
        long ramp = load.spawnRate() > 0 ? Math.round(1000 * load.users() / load.spawnRate()) : 0;
        if (ramp < 1000 || load.durationMs() == 0) {
            words.add("--vus=" + load.users());
            addDuration("--duration=", load.durationMs());
            return;
        }
        long first = Math.min(ramp, load.durationMs());
        long reached = Math.round(load.users() * ((double) first / ramp));
        words.add("--stage=" + time(first) + ":" + reached);
        if (load.durationMs() > first) {
            words.add("--stage=" + time(load.durationMs() - first) + ":" + load.users());
        }
    }

    private Line locust(RunRequest request) {
        refuseEnvironment(request);
        refuse(!request.tags().isEmpty(), "tags", "runs of locustfiles have no tags of their own");
        request.target().ifPresent(it -> words.addAll(List.of("-H", it)));
        switch (request.load().orElse(null)) {
            case null -> {}
            case Load.Users load -> {
                words.addAll(List.of("-u", Integer.toString(load.users())));
                double rate = load.spawnRate() > 0 ? load.spawnRate() : load.users();
                words.addAll(List.of("-r", number(rate)));
                if (load.durationMs() > 0) {
                    long seconds = Math.ceilDiv(load.durationMs(), 1000);
                    words.addAll(List.of("-t", seconds + "s"));
                }
            }
            case Load.Line _, Load.Rate _ ->
                    refuse(true, "load", "a locustfile has users, and no other load");
        }
        words.addAll(request.userClasses());
        return line(request.variables());
    }

    private void load(Load load) {
        switch (load) {
            case Load.Users(var users, var spawnRate, var durationMs) -> {
                words.add("--users=" + users);
                if (spawnRate > 0) {
                    words.add("--spawn-rate=" + number(spawnRate));
                }
                addDuration("--duration=", durationMs);
            }
            case Load.Rate(var rate, var maxUsers, var durationMs) -> {
                words.add("--rate=" + number(rate));
                if (maxUsers > 0) {
                    words.add("--max-users=" + maxUsers);
                }
                addDuration("--duration=", durationMs);
            }
            case Load.Line(var ofRates, var points) -> addLine(ofRates, points);
        }
    }

    private void addDuration(String flag, long millis) {
        if (millis > 0) {
            words.add(flag + time(millis));
        }
    }

    private void addLine(boolean ofRates, List<Point> points) {
        long before = 0;
        for (var point : points) {
            // A line that begins at nothing needs no stage to get there.
            if (point.atMs() > 0 || point.value() > 0) {
                var value =
                        ofRates ? number(point.value()) : Long.toString(Math.round(point.value()));
                var flag = ofRates ? "--rate-stage=" : "--stage=";
                words.add(flag + time(point.atMs() - before) + ":" + value);
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
