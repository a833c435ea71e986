package io.spate.http.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.spate.metrics.Ticker;
import io.spate.net.Connection;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Jazzer looks for a response that the reader stumbles over, guided by what its inputs reach in the
 * code. It starts from valid responses, by a fixed seed, and tries a fixed number of inputs; more
 * with {@code -Dspate.fuzz.inputs}.
 */
class FuzzTest {
    private static final String JAZZER = "com.code_intelligence.jazzer.Jazzer";
    private static final String INPUTS = "200000";

    static List<byte[]> valid() {
        return Mutations.valid();
    }

    @ParameterizedTest
    @MethodSource("valid")
    void theTargetTakesWhatIsValid(byte[] response) {
        ResponseFuzz.fuzzerTestOneInput(input(response));
    }

    private static byte[] input(byte[] response) {
        byte[] input = new byte[response.length + 2];
        input[0] = 20;
        input[1] = 9;
        System.arraycopy(response, 0, input, 2, response.length);
        return input;
    }

    @Test
    void noInputOfJazzersBreaksTheReader(@TempDir Path folder) throws Exception {
        Path corpus = Files.createDirectory(folder.resolve("corpus"));
        int number = 0;
        for (byte[] response : Mutations.valid()) {
            Files.write(corpus.resolve("valid-" + number++), input(response));
        }
        Path log = folder.resolve("log.txt");
        String inputs = System.getProperty("spate.fuzz.inputs", INPUTS);
        Process jazzer =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-XX:+EnableDynamicAgentLoading",
                                "-XX:+UseSerialGC",
                                "-Xmx256m",
                                "-cp",
                                classPath(),
                                JAZZER,
                                "--target_class=" + ResponseFuzz.class.getName(),
                                "--instrumentation_includes=io.spate.http.wire.**",
                                "--disabled_hooks=com.code_intelligence.jazzer.sanitizers.*",
                                "-seed=1",
                                "-runs=" + inputs,
                                "-max_len=600",
                                "-timeout=20",
                                corpus.toString())
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        boolean ended = jazzer.waitFor(10, TimeUnit.MINUTES);
        if (!ended) {
            jazzer.destroyForcibly();
        }
        String text = Files.readString(log, UTF_8);
        assertThat(ended).as(text).isTrue();
        assertThat(jazzer.exitValue()).as(text).isZero();
        assertThat(text)
                .contains("Instrumented " + ResponseReader.class.getName())
                .contains("Done " + inputs + " runs");
    }

    private static String classPath() throws URISyntaxException, ClassNotFoundException {
        return Stream.of(
                        place(Class.forName(JAZZER)),
                        place(Class.forName("com.code_intelligence.jazzer.api.Jazzer")),
                        place(Connection.class),
                        place(Ticker.class),
                        Path.of("target", "classes"),
                        Path.of("target", "test-classes"))
                .map(path -> path.toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path place(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
