package io.spate.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that writes and does not end as it should. */
class ProcessFailuresTest {
    private static final int PATIENCE_SECONDS = 30;

    @TempDir private Path folder;

    private Path file() {
        return folder.resolve("history.db");
    }

    private Process writer(String limit, int seconds) throws IOException {
        var classes =
                String.join(
                        File.pathSeparator,
                        System.getProperty("jdk.module.path", ""),
                        System.getProperty("java.class.path", ""),
                        Path.of("target/classes").toAbsolutePath().toString(),
                        Path.of("target/test-classes").toAbsolutePath().toString());
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        "sh",
                        "-c",
                        limit + "exec \"$@\"",
                        "sh",
                        java,
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classes,
                        WriterProcess.class.getName(),
                        file().toString(),
                        String.valueOf(seconds))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private RunStore open() {
        return RunStore.open(new StoreLocation.File(file()), new Fixtures.Clock());
    }

    @Test
    void whatAKilledProcessHasWrittenIsThere() throws IOException, InterruptedException {
        var process = writer("", 1_000_000);
        int written = 0;
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            while (written < 200) {
                var line = lines.readLine();
                assertThat(line).matches("\\d+");
                written = Integer.parseInt(line);
            }
            try (var store = open()) {
                assertThat(store.find("latest").state()).isEqualTo(RunState.RUNNING);
            }
            process.destroyForcibly();
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        }
        try (var store = open()) {
            var run = store.find("latest");
            var seconds = store.seconds(run);

            assertThat(run.state()).as("without any waiting").isEqualTo(RunState.KILLED);
            assertThat(run.passed()).isEmpty();
            assertThat(seconds).hasSizeGreaterThanOrEqualTo(written);
            assertThat(seconds.getLast()).isEqualTo(Fixtures.second(seconds.size() - 1));
            var other = store.begin("other", Fixtures.facts("shop", Fixtures.START), "{}");
            other.second(Fixtures.second(0));
            assertThat(store.seconds(store.find("other"))).hasSize(1);
        }
    }

    @Test
    void aFullDiskIsToldAndWhatWasWrittenIsThere() throws IOException, InterruptedException {
        // No file may grow over some MiB: as a full disk, but for this process alone.
        var process = writer("ulimit -f 8192; trap '' XFSZ; ", 1_000_000);
        List<String> said;
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            said = lines.lines().toList();
        }
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(said.getLast()).matches("PASSING the (history|disk of the history) .*");
        try (var store = open()) {
            assertThat(store.seconds(store.find("latest")))
                    .hasSize(Integer.parseInt(said.get(said.size() - 2)));
        }
    }
}
