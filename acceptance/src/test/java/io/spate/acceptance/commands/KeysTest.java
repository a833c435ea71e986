package io.spate.acceptance.commands;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.spate.acceptance.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A run steered by keys on a real terminal, which {@code script} of util-linux lends. */
@Timeout(120)
class KeysTest {
    private static final Pattern ESCAPES = Pattern.compile("\u001b\\[[0-9;?]*[A-Za-z]");

    @TempDir Path folder;

    @Test
    void keysAddUsersPauseAndStop() throws Exception {
        try (var server = Command.ofThisBuild().start(folder, "demo", "--serve")) {
            server.awaitText("listens on ");
            var url = server.out().replaceAll("(?s).*listens on (\\S+);.*", "$1");
            var terminal = onTerminal("run " + url + "/health -u 2 -d 10m --think 50ms");
            try (var keys = terminal.outputWriter(UTF_8)) {
                awaitText("/2 users");
                keys.write('W');
                keys.flush();
                awaitText("12/12 users");
                keys.write('s');
                keys.flush();
                awaitText("11/11 users");
                keys.write('p');
                keys.flush();
                awaitText("Paused");
                keys.write('p');
                keys.flush();
                awaitText("Going on");
                keys.write('q');
                keys.flush();
                assertThat(terminal.waitFor(60, TimeUnit.SECONDS)).as(this::shown).isTrue();
            } finally {
                terminal.destroyForcibly();
            }
            assertThat(shown()).contains("Stopping", "http_reqs");
            assertThat(terminal.exitValue()).isEqualTo(105);
        }
    }

    @Test
    void aPasswordIsTypedForAPageThatOthersReach() throws Exception {
        var terminal = onTerminal("ui --web=0.0.0.0:0");
        try (var keys = terminal.outputWriter(UTF_8)) {
            awaitText("Password for the page at 0.0.0.0: ");
            keys.write("open sesame\n");
            keys.flush();
            awaitText("Ctrl-C ends it");
            assertThat(shown()).doesNotContain("open sesame");
            keys.write('\u0003');
            keys.flush();
            assertThat(terminal.waitFor(60, TimeUnit.SECONDS)).as(this::shown).isTrue();
        } finally {
            terminal.destroyForcibly();
        }
        assertThat(terminal.exitValue()).isZero();
    }

    private Process onTerminal(String arguments) throws IOException {
        var builder =
                new ProcessBuilder(
                                "script",
                                "--quiet",
                                "--return",
                                "--flush",
                                "--command",
                                "stty rows 40 columns 120; exec "
                                        + Project.root()
                                        + "/spate "
                                        + arguments,
                                folder.resolve("typescript").toString())
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("terminal").toFile());
        builder.environment().put("SPATE_JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("SPATE_APP", Command.ofThisBuild().app().toString());
        builder.environment().keySet().removeIf(name -> name.equals("JAVA_TOOL_OPTIONS"));
        return builder.start();
    }

    private void awaitText(String text) throws InterruptedException {
        for (int i = 0; !shown().contains(text); i++) {
            assertThat(i).as("waiting for '%s' in %s", text, shown()).isLessThan(600);
            Thread.sleep(50);
        }
    }

    private String shown() {
        try {
            return ESCAPES.matcher(Files.readString(folder.resolve("terminal"), UTF_8))
                    .replaceAll("");
        } catch (IOException e) {
            return e.toString();
        }
    }
}
