package io.spate.script.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.script.LoadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples that the project ships can be loaded. */
class ExamplesTest {
    private static final Path EXAMPLES = Path.of("..", "examples");

    /** Examples whose point is another target than the demo shop. */
    private static final Map<String, String> TARGETS =
            Map.of("http2.yml", "http://localhost:8080", "network.yml", "http://shop.test");

    @TempDir Path folder;

    @ParameterizedTest
    @MethodSource("examples")
    void loads(Path example) {
        var plan = TestLoader.load(example.toString(), LoadOptions.NONE).plan();
        assertThat(plan.scenarios()).isNotEmpty();
        assertThat(plan.target())
                .isEqualTo(
                        TARGETS.getOrDefault(
                                example.getFileName().toString(), "http://localhost:8000"));
    }

    @Test
    void theDocumentationsYamlLoads() throws IOException {
        var blocks =
                Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL)
                        .matcher(Files.readString(Path.of("..", "docs", "yaml.md")))
                        .results()
                        .map(it -> it.group(1))
                        .filter(it -> it.contains("scenarios:"))
                        .toList();
        assertThat(blocks).hasSizeGreaterThan(1);
        var files = new ScriptFiles(folder);
        assertThat(blocks)
                .allSatisfy(
                        it ->
                                assertThat(
                                                ScriptFiles.load(files.write("t.yml", it))
                                                        .plan()
                                                        .target())
                                        .isEqualTo("http://localhost:8000"));
    }

    static List<Path> examples() throws IOException {
        try (var files = Files.walk(EXAMPLES)) {
            var found =
                    files.filter(it -> it.toString().matches(".*\\.(java|ya?ml)"))
                            .sorted()
                            .toList();
            assertThat(found).hasSizeGreaterThan(1);
            return found;
        }
    }
}
