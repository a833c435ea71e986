package io.spate.cli.locust;

import io.spate.cli.process.SpateProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Options from files and variables. */
final class LocustConfig {
    private final SpateProcess process;

    LocustConfig(SpateProcess process) {
        this.process = process;
    }

    /**
     * The values of all places that are weaker than the command line, by option.
     *
     * @param named the file that {@code --config} names
     */
    Map<String, List<String>> values(List<LocustOption> options, Optional<String> named) {
        var all = new LinkedHashMap<String, List<String>>();
        var home = process.env().get("HOME");
        add(all, options, process.file("pyproject.toml"), "[tool.locust]");
        if (home != null) {
            add(all, options, Path.of(home, ".locust.conf"), "");
        }
        add(all, options, process.file("locust.conf"), "");
        named.ifPresent(
                it -> {
                    var file = process.file(it);
                    if (!Files.isRegularFile(file)) {
                        throw LocustLine.wrong("there is no configuration file " + it);
                    }
                    add(all, options, file, it.endsWith(".toml") ? "[tool.locust]" : "");
                });
        for (var option : options) {
            var value = option.env().isEmpty() ? null : process.env().get(option.env());
            if (value != null) {
                put(all, option, value);
            }
        }
        return all;
    }

    private static void add(
            Map<String, List<String>> all, List<LocustOption> options, Path file, String section) {
        if (!Files.isRegularFile(file)) {
            return;
        }
        try {
            boolean inside = section.isEmpty();
            for (var line : Files.readAllLines(file)) {
                var text = line.strip();
                if (text.startsWith("[") && text.endsWith("]") && !text.contains("=")) {
                    inside = section.isEmpty() || text.equals(section);
                } else if (inside) {
                    addLine(all, options, text);
                }
            }
        } catch (IOException e) {
            throw LocustLine.wrong("%s cannot be read: %s".formatted(file, e.getMessage()));
        }
    }

    private static void addLine(
            Map<String, List<String>> all, List<LocustOption> options, String text) {
        if (text.isEmpty() || text.startsWith("#") || text.startsWith(";")) {
            return;
        }
        var parts = text.split("\\s*[=:]\\s*|\\s+", 2);
        var key = "--" + parts[0].replaceFirst("^-+", "").replace('_', '-');
        var value = parts.length > 1 ? parts[1].strip() : "true";
        options.stream().filter(it -> it.isNamed(key)).forEach(it -> put(all, it, value));
    }

    private static void put(Map<String, List<String>> all, LocustOption option, String value) {
        switch (option.kind()) {
            case WORDS -> all.put(option.dest(), words(value));
            case SWITCH -> {
                if (isOn(value)) {
                    all.put(option.dest(), List.of("true"));
                } else {
                    all.remove(option.dest());
                }
            }
            case TEXT, WHOLE, NUMBER -> all.put(option.dest(), List.of(unquoted(value)));
        }
    }

    private static boolean isOn(String value) {
        return List.of("true", "yes", "1", "on")
                .contains(unquoted(value).toLowerCase(java.util.Locale.ROOT));
    }

    /** {@code [a, b]} or {@code a b}. */
    private static List<String> words(String value) {
        boolean listed = value.startsWith("[") && value.endsWith("]");
        var inner = listed ? value.substring(1, value.length() - 1) : value;
        return Arrays.stream(inner.split(listed ? "," : "\\s+", -1))
                .map(it -> unquoted(it.strip()))
                .filter(it -> !it.isEmpty())
                .collect(java.util.stream.Collectors.toCollection(ArrayList::new));
    }

    private static String unquoted(String value) {
        boolean quoted =
                value.length() > 1
                        && (value.startsWith("\"") || value.startsWith("'"))
                        && value.charAt(value.length() - 1) == value.charAt(0);
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
