package io.spate.cli.history;

import io.spate.cli.process.HostName;
import io.spate.cli.process.SpateProcess;
import io.spate.store.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** What machine this is, as far as its system tells. */
final class MachineFacts {
    private static final Pattern CPU = Pattern.compile("(?m)^(?:model name|Model)\\s*:\\s*(.+)$");
    private static final Pattern MEMORY = Pattern.compile("(?m)^MemTotal:\\s*(\\d+) kB$");
    private static final long KIBIBYTE = 1024;

    private MachineFacts() {}

    static Machine of(SpateProcess process) {
        return new Machine(
                HostName.of(process),
                Runtime.getRuntime().availableProcessors(),
                first(MEMORY, "/proc/meminfo").map(it -> Long.parseLong(it) * KIBIBYTE).orElse(0L),
                first(CPU, "/proc/cpuinfo").map(String::strip).orElse(""),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                String.valueOf(System.getProperty("java.runtime.version")));
    }

    private static Optional<String> first(Pattern pattern, String file) {
        try {
            var matcher = pattern.matcher(Files.readString(Path.of(file)));
            return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
