package io.spate.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Compares a text with a file of the test's resources. What was written stands in {@code
 * target/golden}, to be looked at and copied where a change is meant.
 */
public final class Golden {
    private Golden() {}

    /** Fails where a text is not that of the file. */
    public static void assertSame(String name, String actual) {
        try {
            var written = Path.of("target", "golden", name);
            Files.createDirectories(Objects.requireNonNull(written.getParent()));
            Files.writeString(written, actual);
            try (var expected = Golden.class.getResourceAsStream(name)) {
                assertThat(expected).as("golden file %s", name).isNotNull();
                assertThat(actual)
                        .isEqualTo(new String(expected.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
