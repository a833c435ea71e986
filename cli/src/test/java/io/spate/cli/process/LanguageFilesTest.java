package io.spate.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LanguageFilesTest {
    @TempDir Path folder;

    /** Below a file no folder can be made, not even by root. */
    private Path closed = Path.of("");

    @BeforeEach
    void closed() throws IOException {
        closed = Files.writeString(folder.resolve("file"), "").resolve("below");
    }

    @Test
    void areAtTheUsualPlaceWhereThatCanBeMade() {
        assertThat(LanguageFiles.instead(Map.of(), folder.resolve("me"), closed, closed)).isEmpty();
    }

    @Test
    void areInTheProjectWhereTheHomeCannotBeWritten() {
        assertThat(LanguageFiles.instead(Map.of(), closed, folder, closed))
                .contains(folder.resolve(".spate/languages"));
    }

    @Test
    void areInAFolderOfTheProcessWhereNeitherCanBeWritten() {
        var one = LanguageFiles.instead(Map.of(), closed, closed, folder);
        var other = LanguageFiles.instead(Map.of(), closed, closed, folder);

        assertThat(one.orElseThrow().getParent()).isEqualTo(folder);
        assertThat(one).isNotEqualTo(other);
    }

    @Test
    void followTheVariableThatNamesAnotherPlace() {
        var env = Map.of("XDG_CACHE_HOME", folder.toString());

        assertThat(LanguageFiles.instead(env, closed, closed, closed)).isEmpty();
    }
}
