package io.spate.report.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir Path folder;

    @Test
    void aFailureLeavesWhatWasThereAndNothingElse() throws IOException {
        Path file = Files.writeString(folder.resolve("report.html"), "before");

        assertThatIOException()
                .isThrownBy(
                        () ->
                                WholeFile.write(
                                        file,
                                        writer -> {
                                            writer.write("half of it");
                                            writer.flush();
                                            throw new IOException("No space left on device");
                                        }))
                .withMessage("cannot write " + file + ": No space left on device");

        assertThat(file).hasContent("before");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aFileWhereAFolderShouldBeIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("out"), "");

        assertThatIOException()
                .isThrownBy(() -> WholeFile.write(file.resolve("report.html"), _ -> {}))
                .withMessageContaining("cannot write " + file.resolve("report.html"))
                .withMessageContaining("is no folder");
    }
}
