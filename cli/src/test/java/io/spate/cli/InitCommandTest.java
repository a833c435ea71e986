package io.spate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InitCommandTest {
    private FakeProcess process;

    @BeforeEach
    void enter(@TempDir Path folder) {
        process = new FakeProcess(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"load-test.yml", "tests/checkout.yaml", "Checkout.java"})
    void whatItWritesCanBeRun(String file) throws Exception {
        var written = process.run("init", file, "-H", "http://shop.test:8080");

        assertThat(written.exitCode()).isZero();
        assertThat(written.out()).contains("spate run " + file);
        assertThat(process.read(file)).contains("http://shop.test:8080");
        var validated = process.run("validate", process.folder().resolve(file).toString());
        assertThat(validated.err()).isEmpty();
        assertThat(validated.out()).contains("10 looping VUs for 30s");
        assertThat(validated.exitCode()).isZero();
    }

    @Test
    void aFileThatIsThereStays() throws Exception {
        process.write("load-test.yml", "mine");

        var refused = process.run("init");

        assertThat(refused.exitCode()).isEqualTo(104);
        assertThat(refused.err()).contains("load-test.yml is there already", "--force");
        assertThat(process.read("load-test.yml")).isEqualTo("mine");
        assertThat(process.run("init", "--force").exitCode()).isZero();
        assertThat(process.read("load-test.yml")).contains("scenarios:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"test.txt", "my-test.java", "class.java"})
    void aNameThatMakesNoTestIsRefused(String file) {
        var refused = process.run("init", file);

        assertThat(refused.exitCode()).isEqualTo(104);
        assertThat(refused.err()).startsWith("spate: " + file + ": ");
        assertThat(Files.exists(process.folder().resolve(file))).isFalse();
    }
}
