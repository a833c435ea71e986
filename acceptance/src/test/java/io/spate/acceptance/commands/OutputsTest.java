package io.spate.acceptance.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.acceptance.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A run with all outputs on, and real databases behind them. */
@Timeout(120)
class OutputsTest {
    private static final Pattern ROW = Pattern.compile("\\| .* \\| (same|DIFFERS) \\|");

    @TempDir private Path folder;

    @Test
    void allDatabasesHoldTheRunsOwnNumbers() throws IOException, InterruptedException {
        var file = folder.resolve("numbers.txt");
        var builder =
                new ProcessBuilder(Project.root() + "/bench/numbers", "--duration", "5s")
                        .redirectErrorStream(true)
                        .redirectOutput(file.toFile());
        builder.environment().put("SPATE_JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("SPATE_APP", Command.ofThisBuild().app().toString());
        var process = builder.start();
        try {
            assertThat(process.waitFor(100, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroy();
        }
        var text = Files.readString(file);

        Assumptions.assumeFalse(text.contains("not installed:"), text);
        assertThat(text).doesNotContain("DIFFERS");
        assertThat(text.lines().filter(it -> ROW.matcher(it).matches())).hasSizeGreaterThan(30);
        assertThat(process.exitValue()).as(text).isZero();
    }
}
