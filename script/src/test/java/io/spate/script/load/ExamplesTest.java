package io.spate.script.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.script.LoadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples that the project ships can be loaded. */
class ExamplesTest {
    private static final Path EXAMPLES = Path.of("..", "examples");

    @ParameterizedTest
    @MethodSource("examples")
    void loads(Path example) {
        var plan = TestLoader.load(example.toString(), LoadOptions.NONE).plan();
        assertThat(plan.scenarios()).isNotEmpty();
        assertThat(plan.target()).isEqualTo("http://localhost:8000");
    }

    static List<Path> examples() throws IOException {
        try (var files = Files.list(EXAMPLES)) {
            var found = files.filter(Files::isRegularFile).sorted().toList();
            assertThat(found).hasSizeGreaterThan(1);
            return found;
        }
    }
}
