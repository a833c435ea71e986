package io.spate.k6;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.k6.load.FileAccess;
import io.spate.metrics.Ticker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Loads every script of the folder {@code src/test/scripts}, and makes a user of it. */
class CorpusTest {
    private static final Path FOLDER = Path.of("src/test/scripts").toAbsolutePath();

    static Stream<Path> scripts() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void everyScriptLoads(Path script) throws Exception {
        var source =
                new K6Source(
                        script.getFileName().toString(),
                        script,
                        new FileAccess(List.of(FOLDER.toRealPath()), Map.of()),
                        Map.of(),
                        List.of(),
                        List.of());

        try (var test = K6Test.load(source, (_, _, _) -> {}, Ticker.system())) {
            assertThat(test.options().warnings()).isEmpty();
            assertThat(test.options().withoutEffect()).isEmpty();
            assertThat(test.plan().scenarios()).isNotEmpty();
        }
    }
}
