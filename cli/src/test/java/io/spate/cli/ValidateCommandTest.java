package io.spate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateCommandTest {
    private FakeProcess process;

    @BeforeEach
    void enter(@TempDir Path folder) {
        process = new FakeProcess(folder);
    }

    @Test
    void eachFileIsJudgedAndTheWorstSaysTheExitCode() throws Exception {
        var good =
                process.write(
                        "good.yml",
                        """
                        target: http://localhost:1
                        scenarios:
                          browse: {users: 3, duration: 1m, steps: [get: /]}
                        """);
        var bad =
                process.write(
                        "bad.yml",
                        """
                        scenarios:
                          browse: {user: 3, steps: [get: /]}
                        """);

        var outcome = process.run("validate", bad, good);

        assertThat(outcome.exitCode()).isEqualTo(104);
        assertThat(outcome.err()).contains("bad.yml:2:12", "did you mean \"users\"?");
        assertThat(outcome.out()).contains("good.yml can be run.", "3 looping VUs for 1m0s");
    }

    @Test
    void flagsAreCheckedWithTheFile() throws Exception {
        var file =
                process.write(
                        "staged.yml",
                        """
                        scenarios:
                          browse:
                            stages: [{duration: 1m, target: 5}]
                            steps: [get: "http://localhost:1/"]
                        """);

        assertThat(process.run("validate", file, "-u", "2").out()).contains("Up to 5 looping VUs");
        assertThat(process.run("validate", file, "-r", "5", "-i", "5").err())
                .contains("exclude one another");
    }
}
