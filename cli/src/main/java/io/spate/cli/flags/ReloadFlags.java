package io.spate.cli.flags;

import io.spate.cli.process.UsageException;
import io.spate.metrics.reload.ReloadPlan;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A reload of the target while it is under load. */
public final class ReloadFlags {
    @Option(
            names = "--reload-at",
            paramLabel = "TIME",
            description = "Watch what a reload of the target does, at this time of the run.")
    private @Nullable Duration at;

    @Option(
            names = "--reload-command",
            paramLabel = "COMMAND",
            description = "Run this by sh at that time, with your rights: 'nginx -s reload'.")
    private @Nullable String command;

    @Option(
            names = "--reload-window",
            paramLabel = "TIME",
            description = "How long after it requests count (30s).")
    private @Nullable Duration window;

    @Option(
            names = "--reload-max-failures",
            paramLabel = "N",
            description = "Exit with 99 where more requests fail in the window.")
    private @Nullable Long failuresMax;

    /** The reload that is asked for. */
    public Optional<ReloadPlan> plan() {
        if (at == null) {
            if (command != null || window != null || failuresMax != null) {
                throw new UsageException(
                        "--reload-command, --reload-window and --reload-max-failures need"
                                + " --reload-at TIME");
            }
            return Optional.empty();
        }
        if (command != null && command.isBlank()) {
            throw new UsageException("--reload-command is empty; leave it out to reload by hand");
        }
        try {
            return Optional.of(
                    new ReloadPlan(
                            at,
                            window == null ? ReloadPlan.WINDOW : window,
                            Optional.ofNullable(command),
                            failuresMax == null
                                    ? OptionalLong.empty()
                                    : OptionalLong.of(failuresMax)));
        } catch (IllegalArgumentException e) {
            throw new UsageException("--reload-at: " + e.getMessage());
        }
    }
}
