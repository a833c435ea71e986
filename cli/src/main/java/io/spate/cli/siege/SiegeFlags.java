package io.spate.cli.siege;

import io.spate.cli.process.ExitCode;
import io.spate.cli.process.Getopt;
import io.spate.cli.process.Getopt.Option;
import io.spate.cli.process.Getopt.Value;
import io.spate.cli.process.UsageException;
import io.spate.siege.config.Directive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Siege's command line.
 *
 * @param directives what it sets
 * @param rc the configuration it names
 * @param help whether it asks for help
 * @param version whether it asks which version this is
 * @param config whether it asks for the settings
 */
record SiegeFlags(
        List<Directive> directives,
        Optional<String> rc,
        boolean help,
        boolean version,
        boolean config) {
    private static final Getopt GETOPT =
            new Getopt(
                    List.of(
                            new Option('V', "version", Value.NONE),
                            new Option('h', "help", Value.NONE),
                            new Option('v', "verbose", Value.NONE),
                            new Option('q', "quiet", Value.NONE),
                            new Option('C', "config", Value.NONE),
                            new Option('D', "debug", Value.NONE),
                            new Option('g', "get", Value.NONE),
                            new Option('p', "print", Value.NONE),
                            new Option('c', "concurrent", Value.REQUIRED),
                            new Option('N', "no-parser", Value.NONE),
                            new Option('F', "no-follow", Value.NONE),
                            new Option('i', "internet", Value.NONE),
                            new Option('b', "benchmark", Value.NONE),
                            new Option('r', "reps", Value.REQUIRED),
                            new Option('t', "time", Value.REQUIRED),
                            new Option('d', "delay", Value.REQUIRED),
                            new Option('l', "log", Value.OPTIONAL),
                            new Option('f', "file", Value.REQUIRED),
                            new Option('R', "rc", Value.REQUIRED),
                            new Option('m', "mark", Value.REQUIRED),
                            new Option('H', "header", Value.REQUIRED),
                            new Option('A', "user-agent", Value.REQUIRED),
                            new Option('T', "content-type", Value.REQUIRED),
                            new Option('j', "json-output", Value.NONE)));

    /**
     * What arguments say.
     *
     * @throws UsageException where an option is unknown, or has no value that it needs
     */
    static SiegeFlags parse(List<String> arguments) {
        var line = GETOPT.parse(arguments);
        if (line.mistake().isPresent()) {
            throw new UsageException(line.mistake().get(), ExitCode.FAILED);
        }
        var directives = new ArrayList<Directive>();
        var rc = Optional.<String>empty();
        for (var option : line.options()) {
            directives.addAll(directives(option));
            // The first one, as siege looks for it before all else.
            rc = option.letter() == 'R' && rc.isEmpty() ? option.value() : rc;
        }
        if (!line.operands().isEmpty()) {
            directives.add(Directive.ofFlag("url", line.operands().getLast(), "-URL"));
        }
        return new SiegeFlags(
                List.copyOf(directives), rc, has(line, 'h'), has(line, 'V'), has(line, 'C'));
    }

    private static boolean has(Getopt.Line line, char letter) {
        return line.options().stream().anyMatch(it -> it.letter() == letter);
    }

    private static List<Directive> directives(Getopt.Found option) {
        var value = option.value().orElse("");
        return switch (option.letter()) {
            case 'v' -> set("verbose", "true", option);
            case 'q' -> set("quiet", "true", option);
            case 'D' -> set("debug", "true", option);
            case 'g' -> set("-g", "true", option);
            case 'p' -> set("-p", "true", option);
            case 'c' -> set("concurrent", value, option);
            case 'N' -> set("parser", "false", option);
            case 'F' -> set("follow-location", "false", option);
            case 'i' -> set("internet", "true", option);
            case 'b' -> set("benchmark", "true", option);
            case 'r' -> set("reps", value, option);
            case 't' -> set("time", value, option);
            case 'd' -> set("delay", value.startsWith("-") ? "0" : value, option);
            case 'f' -> set("file", value, option);
            case 'm' -> set("mark", value, option);
            case 'H' -> set("header", value, option);
            case 'A' -> set("user-agent", value, option);
            case 'T' -> set("content-type", value, option);
            case 'j' -> set("json_output", "true", option);
            case 'l' -> {
                var all = new ArrayList<>(set("logging", "true", option));
                option.value().ifPresent(it -> all.addAll(set("logfile", it, option)));
                yield all;
            }
            default -> List.of();
        };
    }

    private static List<Directive> set(String key, String value, Getopt.Found option) {
        return List.of(Directive.ofFlag(key, value, option.written()));
    }
}
