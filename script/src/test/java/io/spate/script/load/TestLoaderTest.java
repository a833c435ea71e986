package io.spate.script.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.script.LoadOptions;
import io.spate.script.ScriptException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestLoaderTest {
    @TempDir Path folder;

    @Test
    void suggestsTheFileThatWasMeant() {
        new ScriptFiles(folder).write("Shop.java", "");
        var missing = folder.resolve("shpo.java");
        assertThat(failure(missing.toString()))
                .hasMessage(
                        "%s: error: there is no such file; did you mean \"Shop.java\"?"
                                .formatted(missing));
    }

    @Test
    void suggestsNothingThatIsFarOff() {
        new ScriptFiles(folder).write("Blast.java", "");
        assertThat(failure(folder.resolve("Shop.java").toString()).getMessage())
                .endsWith("there is no such file");
    }

    @Test
    void tellsThatTheFolderIsMissing() {
        assertThat(failure(folder.resolve("tests/Shop.java").toString()).getMessage())
                .endsWith(
                        "there is no such file; nor is there the folder "
                                + folder.resolve("tests"));
        assertThat(failure(folder.toString())).hasMessageContaining("this is a folder");
    }

    @Test
    void namesWhatItCanRun() {
        var file = new ScriptFiles(folder).write("notes.txt", "");
        assertThat(failure(file.toString())).hasMessageContaining(".java", "http://host/path");
    }

    @Test
    void refusesARequestsOptionsForAFile() {
        var file = new ScriptFiles(folder).writeTest("Shop");
        var none = LoadOptions.NONE;
        var options =
                new LoadOptions(
                        none.env(),
                        none.workload(),
                        none.target(),
                        none.headers(),
                        none.timeout(),
                        false,
                        false,
                        Optional.of("PUT"),
                        Optional.empty(),
                        1);
        assertThat(ScriptFiles.failure(file.toString(), options))
                .hasMessageContaining("method and body belong to the request of a URL");
    }

    private static ScriptException failure(String source) {
        return ScriptFiles.failure(source, LoadOptions.NONE);
    }
}
