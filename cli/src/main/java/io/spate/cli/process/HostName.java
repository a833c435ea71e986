package io.spate.cli.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The name of this machine, found without asking the network. */
public final class HostName {
    private HostName() {}

    /** What it is called; {@code localhost} where nothing says. */
    public static String of(SpateProcess process) {
        return Optional.ofNullable(process.env().get("HOSTNAME"))
                .filter(it -> !it.isBlank())
                .or(HostName::fromKernel)
                .orElse("localhost");
    }

    private static Optional<String> fromKernel() {
        try {
            return Optional.of(Files.readString(Path.of("/proc/sys/kernel/hostname")).strip())
                    .filter(it -> !it.isEmpty());
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
