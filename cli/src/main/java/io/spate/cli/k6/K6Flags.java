package io.spate.cli.k6;

import io.spate.cli.process.ExitCode;
import io.spate.cli.process.Getopt;
import io.spate.cli.process.Getopt.Value;
import io.spate.cli.process.UsageException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The flags of {@code k6 run}.
 *
 * @param script the file, or {@code -} for standard input
 * @param options by the keys of options
 * @param tags put on everything
 * @param env variables for the script
 * @param own flags that are no options, with their values; those without a value have an empty one
 * @param folders that the script may read beside its own
 * @param outputs where each value goes
 * @param secrets the sources of secrets
 */
record K6Flags(
        String script,
        Map<String, String> options,
        Map<String, String> tags,
        Map<String, String> env,
        Map<String, String> own,
        List<String> folders,
        List<String> outputs,
        List<String> secrets) {

    private static final String SYSTEM_ENV = "include-system-env-vars";

    /** Flags that give an option, with its key. */
    private static final Map<String, String> OPTIONS =
            options(
                    "vus vus",
                    "duration duration",
                    "iterations iterations",
                    "stage stages",
                    "execution-segment executionSegment",
                    "execution-segment-sequence executionSegmentSequence",
                    "max-redirects maxRedirects",
                    "batch batch",
                    "batch-per-host batchPerHost",
                    "rps rps",
                    "user-agent userAgent",
                    "min-iteration-duration minIterationDuration",
                    "blacklist-ip blacklistIPs",
                    "block-hostnames blockHostnames",
                    "summary-trend-stats summaryTrendStats",
                    "summary-time-unit summaryTimeUnit",
                    "system-tags systemTags",
                    "console-output consoleOutput",
                    "local-ips localIPs",
                    "dns dns");

    /** The same for those that are true without a value. */
    private static final Map<String, String> SWITCHES =
            options(
                    "paused paused",
                    "no-setup noSetup",
                    "no-teardown noTeardown",
                    "insecure-skip-tls-verify insecureSkipTLSVerify",
                    "no-connection-reuse noConnectionReuse",
                    "no-vu-connection-reuse noVUConnectionReuse",
                    "throw throw",
                    "discard-response-bodies discardResponseBodies");

    private static final Set<String> OWN =
            Set.of(
                    "compatibility-mode",
                    "type",
                    "summary-mode",
                    "summary-export",
                    "traces-output",
                    "out",
                    "features",
                    "secret-source",
                    "log-output",
                    "log-format",
                    "config",
                    "address",
                    "archive-out",
                    "template",
                    "modules-cache",
                    "project-id",
                    "max");

    private static final Set<String> OWN_SWITCHES =
            Set.of(
                    "no-thresholds",
                    "no-summary",
                    "new-machine-readable-summary",
                    "linger",
                    "no-usage-report",
                    "no-color",
                    "verbose",
                    "quiet",
                    "profiling-enabled",
                    "execution-requirements",
                    "exclude-env-vars",
                    "force",
                    "help");

    /** Flags that a variable may give instead: {@code K6_} and the name of the flag. */
    private static final Set<String> IN_ENVIRONMENT =
            Set.of(
                    "type",
                    "summary-mode",
                    "summary-export",
                    "no-summary",
                    "new-machine-readable-summary",
                    "no-thresholds",
                    "traces-output",
                    "log-output",
                    "log-format",
                    "no-color",
                    "config",
                    "address",
                    "linger",
                    SYSTEM_ENV,
                    "secret-source");

    private static final Map<String, Character> LETTERS =
            Map.ofEntries(
                    Map.entry("vus", 'u'),
                    Map.entry("duration", 'd'),
                    Map.entry("iterations", 'i'),
                    Map.entry("stage", 's'),
                    Map.entry("paused", 'p'),
                    Map.entry("throw", 'w'),
                    Map.entry("type", 't'),
                    Map.entry("env", 'e'),
                    Map.entry("out", 'o'),
                    Map.entry("linger", 'l'),
                    Map.entry("config", 'c'),
                    Map.entry("verbose", 'v'),
                    Map.entry("quiet", 'q'),
                    Map.entry("address", 'a'),
                    Map.entry("archive-out", 'O'),
                    Map.entry("force", 'f'),
                    Map.entry("max", 'm'),
                    Map.entry("help", 'h'));

    private static Map<String, String> options(String... pairs) {
        var all = new LinkedHashMap<String, String>();
        for (var pair : pairs) {
            int space = pair.indexOf(' ');
            all.put(pair.substring(0, space), pair.substring(space + 1));
        }
        return all;
    }

    /**
     * The flags of a command line, without the command's name, and what the environment gives in
     * place of those that are not there.
     *
     * @throws UsageException where it is none
     */
    static K6Flags parse(List<String> arguments, Map<String, String> env) {
        var letters = new LinkedHashMap<Character, String>();
        var line = getopt(letters).parse(List.copyOf(arguments));
        if (line.mistake().isPresent()) {
            throw new UsageException(
                    "k6: %s; spate k6 help shows all flags".formatted(line.mistake().get()));
        }
        var flags =
                new K6Flags(
                        script(line.operands()),
                        new LinkedHashMap<>(),
                        new LinkedHashMap<>(),
                        new LinkedHashMap<>(),
                        new LinkedHashMap<>(),
                        new ArrayList<>(),
                        new ArrayList<>(),
                        new ArrayList<>());
        var left = new HashSet<>(IN_ENVIRONMENT);
        for (var found : line.options()) {
            var name = Objects.requireNonNull(letters.get(found.letter()));
            flags.take(name, found.written(), found.value());
            left.remove(name);
        }
        for (var name : left) {
            var variable = "K6_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
            var text = env.getOrDefault(variable, "");
            if (!text.isEmpty()) {
                flags.take(name, variable, Optional.of(text));
            }
        }
        return flags;
    }

    private static String script(List<String> operands) {
        if (operands.size() > 1) {
            throw new UsageException("k6 takes one script, not " + String.join(", ", operands));
        }
        return operands.isEmpty() ? "" : operands.getFirst();
    }

    private static Getopt getopt(Map<Character, String> letters) {
        var options = new ArrayList<Getopt.Option>();
        var withValue = new ArrayList<String>(OPTIONS.keySet());
        withValue.addAll(OWN);
        withValue.addAll(List.of("tag", "env", "allow"));
        withValue.forEach(it -> add(options, letters, it, Value.REQUIRED));
        SWITCHES.keySet().forEach(it -> add(options, letters, it, Value.OPTIONAL));
        OWN_SWITCHES.forEach(it -> add(options, letters, it, Value.OPTIONAL));
        add(options, letters, "http-debug", Value.OPTIONAL);
        add(options, letters, SYSTEM_ENV, Value.OPTIONAL);
        return new Getopt(options);
    }

    /** A flag without a letter gets one that nobody can type. */
    private static void add(
            List<Getopt.Option> options, Map<Character, String> letters, String name, Value value) {
        char letter = LETTERS.getOrDefault(name, (char) ('\uE000' + options.size()));
        letters.put(letter, name);
        options.add(new Getopt.Option(letter, name, value));
    }

    private void take(String name, String written, Optional<String> value) {
        var text = value.orElse("");
        if (name.equals("stage")) {
            options.merge("stages", text, (one, more) -> one + "," + more);
        } else if (OPTIONS.containsKey(name)) {
            options.merge(
                    OPTIONS.get(name),
                    text,
                    (one, more) ->
                            name.equals("blacklist-ip") || name.equals("block-hostnames")
                                    ? one + "," + more
                                    : more);
        } else if (SWITCHES.containsKey(name)) {
            options.put(SWITCHES.get(name), text.isEmpty() ? "true" : text);
        } else if (name.equals("http-debug")) {
            options.put("httpDebug", text.isEmpty() ? "headers" : text);
        } else if (name.equals("tag")) {
            pair(tags, written, text);
        } else if (name.equals("env")) {
            pair(env, written, text);
        } else if (name.equals("allow")) {
            folders.add(text);
        } else if (name.equals("out")) {
            outputs.add(text);
        } else if (name.equals("secret-source")) {
            secrets.add(text);
        } else if (name.equals(SYSTEM_ENV)) {
            own.put(name, text.isEmpty() ? "true" : text);
        } else if (!text.equals("false")) {
            own.put(name, text);
        }
    }

    private static void pair(Map<String, String> into, String written, String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new UsageException(
                    "%s takes NAME=VALUE, not '%s'".formatted(written, text),
                    ExitCode.INVALID_CONFIGURATION);
        }
        into.put(text.substring(0, equals), text.substring(equals + 1));
    }

    /** Whether the script sees the variables of the command. */
    boolean seesEnvironment() {
        return !"false".equals(own.get(SYSTEM_ENV));
    }

    /** Whether a flag that is no option was given. */
    boolean has(String name) {
        return own.containsKey(name);
    }

    /** The value of a flag that is no option. */
    Optional<String> get(String name) {
        return Optional.ofNullable(own.get(name));
    }
}
