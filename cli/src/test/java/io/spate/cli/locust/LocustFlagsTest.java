package io.spate.cli.locust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.spate.cli.process.SpateProcess;
import io.spate.cli.process.UsageException;
import io.spate.locust.ScriptArgument;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocustFlagsTest {
    @TempDir private Path folder;

    private LocustFlags flags(Map<String, String> env, String line) {
        return flags(env, line, List.of());
    }

    private LocustFlags flags(Map<String, String> env, String line, List<ScriptArgument> added) {
        var none = PrintStream.nullOutputStream();
        var stream = new PrintStream(none);
        var process = new SpateProcess(env, folder, stream, stream, false);
        return LocustFlags.of(process, List.of(line.split(" ")), added);
    }

    @Test
    void takesTheLinesThatPeopleType() {
        var flags =
                flags(
                        Map.of(),
                        "-f a.py --headless -u10 -r 2.5 -t 1h20m --host=http://h -T slow fast"
                                + " --csv out/x First Second");

        assertThat(flags.text("locustfile")).contains("a.py");
        assertThat(flags.has("headless")).isTrue();
        assertThat(flags.whole("users")).contains(10);
        assertThat(flags.number("spawn_rate")).contains(2.5);
        assertThat(flags.runSeconds()).contains(4800);
        assertThat(flags.text("host")).contains("http://h");
        assertThat(flags.words("tags")).contains(List.of("slow", "fast"));
        assertThat(flags.classes()).containsExactly("First", "Second");
        assertThat(flags.unknown()).isEmpty();
    }

    @Test
    void theCommandLineIsStrongestAndFilesAreWeakest() throws IOException {
        Files.writeString(
                folder.resolve("pyproject.toml"),
                "[tool.other]\nusers = 1\n[tool.locust]\nusers = 2\nhost = \"http://toml\"\n");
        Files.writeString(
                folder.resolve("locust.conf"),
                "# mine\nusers = 3\nspawn-rate = 3\nheadless = true\ntags = [a, b]\n");
        Files.writeString(folder.resolve("more.conf"), "users: 4\nspawn_rate = 4\nrun-time = 4s\n");
        var env = Map.of("LOCUST_RUN_TIME", "5", "LOCUST_SPAWN_RATE", "5");

        var flags = flags(env, "--config more.conf --run-time 6");

        assertThat(flags.text("host")).contains("http://toml");
        assertThat(flags.whole("users")).contains(4);
        assertThat(flags.number("spawn_rate")).contains(5.0);
        assertThat(flags.runSeconds()).contains(6);
        assertThat(flags.has("headless")).isTrue();
        assertThat(flags.words("tags")).contains(List.of("a", "b"));
    }

    @Test
    void takesTheArgumentsThatAFileAdds() {
        var added =
                List.of(
                        new ScriptArgument(
                                List.of("--my-arg"), "my_arg", false, false, "MY_ARG", "", false),
                        new ScriptArgument(List.of("--on"), "on", true, false, "", "", false));

        assertThat(flags(Map.of(), "--my-arg x --on", added).custom())
                .isEqualTo(Map.of("my_arg", List.of("x"), "on", List.of("true")));
        assertThat(flags(Map.of("MY_ARG", "y"), "-u 1", added).custom())
                .isEqualTo(Map.of("my_arg", List.of("y")));
        assertThat(flags(Map.of(), "--my-arg x").unknown()).containsExactly("--my-arg");
    }

    @ParameterizedTest
    @CsvSource({"20,20", "20s,20", "3m,180", "2h,7200", "1h20m,4800", "3h30m10s,12610"})
    void readsLengthsOfTime(String text, int seconds) {
        assertThat(LocustFlags.seconds("run-time", text)).isEqualTo(seconds);
    }

    @ParameterizedTest
    @CsvSource({"-s 2,2.0", "-s 0.5,0.5", "-s 1m5s,65.0"})
    void readsHowLongUsersMayTakeToEnd(String line, double seconds) {
        assertThat(flags(Map.of(), line).forScripts()).containsEntry("stop_timeout", seconds);
    }

    @ParameterizedTest
    @CsvSource({
        "-t later,argument --run-time: 'later' is no time span",
        "-s abc,argument --stop-timeout: 'abc' is no time span",
        "-u many,argument --users: invalid int value: 'many'",
        "-r,argument --spawn-rate: expected one argument",
        "--slave,--slave is no more; there is --worker"
    })
    void tellsWhatIsWrong(String line, String message) {
        var thrown =
                catchThrowableOfType(
                        UsageException.class, () -> flags(Map.of(), line).forScripts());

        assertThat(thrown).hasMessageContaining(message);
        assertThat(thrown.exitCode().code()).isEqualTo(2);
    }
}
