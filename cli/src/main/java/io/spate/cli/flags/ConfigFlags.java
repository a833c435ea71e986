package io.spate.cli.flags;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The files that surround a test: service level objectives, and variables. */
public final class ConfigFlags {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Objectives and endpoints, such as performance_config.yml.")
    private @Nullable String config;

    @Option(
            names = "--environment",
            paramLabel = "NAME",
            description = "Whose objectives: staging, production ... (ENVIRONMENT, or staging).")
    private @Nullable String environment;

    @Option(
            names = "--env-file",
            paramLabel = "FILE",
            description = "A file of variables (.env.load-testing, where it is there).")
    private @Nullable String envFile;

    /** The file of objectives. */
    public Optional<String> config() {
        return Optional.ofNullable(config);
    }

    /** The environment that a flag or its own variable names. */
    public Optional<String> environment() {
        return Optional.ofNullable(environment);
    }

    /** The file of variables. */
    public Optional<String> envFile() {
        return Optional.ofNullable(envFile);
    }
}
