package io.spate.cli;

import io.spate.plan.Durations;
import io.spate.plan.Profile;
import io.spate.plan.Stage;
import io.spate.plan.Workload;
import io.spate.script.LoadOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What is to be run, and how much of it. Flags beat the environment, which beats the file. */
final class LoadFlags {
    @Option(
            names = {"-u", "--users"},
            paramLabel = "N",
            description = "Virtual users.")
    private @Nullable Integer users;

    @Option(
            names = {"-d", "--duration"},
            paramLabel = "TIME",
            description = "How long: 30s, 5m, 1h20m.")
    private @Nullable Duration duration;

    @Option(
            names = {"-i", "--iterations"},
            paramLabel = "N",
            description = "Iterations, shared by the users.")
    private @Nullable Long iterations;

    @Option(
            names = {"-r", "--rate"},
            paramLabel = "N",
            description = "Iterations started per second, whatever became of earlier ones.")
    private @Nullable Double rate;

    @Option(
            names = "--max-users",
            paramLabel = "N",
            description = "Virtual users that a rate may use at most.")
    private @Nullable Integer maxUsers;

    @Option(
            names = {"-s", "--stage"},
            paramLabel = "TIME:N",
            split = ",",
            description = "Ramp the users to N over TIME; repeat for more stages.")
    private @Nullable List<Stage> stages;

    @Option(
            names = {"-H", "--host", "--target"},
            paramLabel = "URL",
            description = "The base URL, in place of the file's.")
    private @Nullable String host;

    @Option(
            names = {"-e", "--env"},
            paramLabel = "KEY=VALUE",
            description = "A variable for the script; over those of the environment.")
    private @Nullable Map<String, String> env;

    @Option(
            names = "--header",
            paramLabel = "NAME:VALUE",
            description = "A header to send with every request.")
    private @Nullable List<String> headers;

    @Option(
            names = {"-X", "--method"},
            paramLabel = "METHOD",
            description = "The method of a URL's request.")
    private @Nullable String method;

    @Option(names = "--body", paramLabel = "TEXT", description = "The body of a URL's request.")
    private @Nullable String body;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            description = "How long a request may take (60s).")
    private @Nullable Duration timeout;

    @Option(
            names = {"-k", "--insecure"},
            description = "Take any TLS certificate.")
    private boolean insecure;

    @Option(
            names = "--discard-bodies",
            description = "Read and drop response bodies; scripts do not see them.")
    private boolean discardBodies;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Everything random follows from it (${DEFAULT-VALUE}).")
    private long seed;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    LoadOptions options(Map<String, String> environment) {
        var variables = new HashMap<>(environment);
        variables.putAll(orEmpty(env));
        return new LoadOptions(
                variables,
                workload(),
                Optional.ofNullable(host),
                parseHeaders(),
                Optional.ofNullable(timeout),
                insecure,
                discardBodies,
                Optional.ofNullable(method),
                Optional.ofNullable(body),
                seed);
    }

    /** Flags beat the environment, as they beat the file: not value by value, but as a workload. */
    private Workload workload() {
        checkValues();
        return workload(this::isArgument).over(workload(it -> !isArgument(it)));
    }

    private boolean isArgument(String flag) {
        return command != null && command.commandLine().getParseResult().hasMatchedOption(flag);
    }

    private Workload workload(Predicate<String> given) {
        var workload = Workload.NONE;
        if (users != null && given.test("--users")) {
            workload = workload.withUsers(users);
        }
        if (duration != null && given.test("--duration")) {
            workload = workload.withDuration(duration);
        }
        if (maxUsers != null && given.test("--max-users")) {
            workload = workload.withMaxUsers(maxUsers);
        }
        if (iterations != null && given.test("--iterations")) {
            workload = workload.with(new Profile.Iterations(iterations));
        }
        if (rate != null && given.test("--rate")) {
            workload = workload.with(new Profile.Rate(rate));
        }
        if (stages != null && given.test("--stage")) {
            workload = workload.with(new Profile.Stages(stages));
        }
        return workload;
    }

    /** What no test can make right; the rest is for the plan to judge. */
    private void checkValues() {
        var problems = new ArrayList<String>();
        requireAbove(problems, "--users", users, users != null && users < 0);
        requireAbove(problems, "--duration", duration, isNotPositive(duration));
        requireAbove(problems, "--iterations", iterations, iterations != null && iterations < 1);
        requireAbove(problems, "--rate", rate, rate != null && !(rate > 0));
        requireAbove(problems, "--max-users", maxUsers, maxUsers != null && maxUsers < 1);
        requireAbove(problems, "--timeout", timeout, isNotPositive(timeout));
        if (!problems.isEmpty()) {
            throw new UsageException(String.join("\n", problems));
        }
    }

    private static boolean isNotPositive(@Nullable Duration duration) {
        return duration != null && !duration.isPositive();
    }

    private static void requireAbove(
            List<String> problems, String flag, @Nullable Object value, boolean wrong) {
        if (wrong) {
            var text = value instanceof Duration it ? Durations.format(it) : value;
            problems.add("%s must be above 0, not %s".formatted(flag, text));
        }
    }

    private Map<String, String> parseHeaders() {
        var parsed = new LinkedHashMap<String, String>();
        for (var header : headers == null ? List.<String>of() : headers) {
            int colon = header.indexOf(':');
            if (colon < 1) {
                throw new UsageException(
                        "--header '" + header + "' is not NAME:VALUE, such as 'Accept: text/html'");
            }
            parsed.put(header.substring(0, colon).strip(), header.substring(colon + 1).strip());
        }
        return parsed;
    }

    private static Map<String, String> orEmpty(@Nullable Map<String, String> map) {
        return map == null ? Map.of() : map;
    }
}
