package io.spate.acceptance.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.acceptance.Project;
import io.spate.acceptance.launcher.Checkout.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The test command: what it counts and when it fails. */
class TestCommandTest {

    @TempDir Path folder;
    Checkout checkout;

    @BeforeEach
    void makeCheckout() throws IOException {
        checkout = new Checkout(folder, "spate");
        checkout.set("SPATE_JAVA_HOME", checkout.jdk("jdk", "25.0.3"));
        Path stubs = folder.resolve("stubs");
        List<String> needed =
                List.of(
                        "chromium",
                        "nginx",
                        "wrk",
                        "siege",
                        "node",
                        "npm",
                        "shellcheck",
                        "curl",
                        "openssl",
                        "tinyproxy",
                        "microsocks",
                        "nghttpd",
                        "locust");
        for (String tool : needed) {
            Checkout.script(stubs.resolve(tool), "exit 0");
        }
        checkout.putFirstOnPath(stubs);
    }

    @Test
    void closesWithTheCountsOfAllModules() throws Exception {
        maven(0, report("plan", 12, 0, 0, 0) + report("net", 30, 1, 2, 3));

        Outcome outcome = test();

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.outLines()).last().isEqualTo("36 passed, 3 failed, 3 skipped");
    }

    @Test
    void exitsAsMavenDid() throws Exception {
        maven(1, report("plan", 2, 0, 1, 0));

        Outcome outcome = test();

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.outLines()).last().isEqualTo("1 passed, 1 failed, 0 skipped");
    }

    @Test
    void aSkippedTestFailsInCiAlone() throws Exception {
        maven(0, report("plan", 2, 0, 0, 1));
        assertThat(test().exitCode()).isZero();

        checkout.set("CI", "true");
        Outcome outcome = test();

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err()).contains("In CI nothing is skipped.");
        assertThat(outcome.outLines()).last().isEqualTo("1 passed, 0 failed, 1 skipped");
    }

    @Test
    void doesNotCountReportsOfEarlierRuns() throws Exception {
        maven(0, report("old", 5, 0, 0, 0));
        test();
        maven(0, report("plan", 1, 0, 0, 0));

        assertThat(test().outLines()).last().isEqualTo("1 passed, 0 failed, 0 skipped");
    }

    @Test
    void givesItsArgumentsToMaven() throws Exception {
        maven(0, "echo \"maven: $*\"\n");

        assertThat(test("-pl", "plan").out()).contains("verify -pl plan");
    }

    @Test
    void shellcheckHasNothingToSayOfTheScripts() throws Exception {
        Path shellcheck = Path.of("/usr/bin/shellcheck");
        Assumptions.assumeTrue(Files.exists(shellcheck), "shellcheck is not installed");
        String scripts = "spate test bin/find-jdk.sh .ci/run bench/run";
        Process process =
                new ProcessBuilder("sh", "-c", shellcheck + " -x " + scripts)
                        .directory(Project.root().toFile())
                        .start();

        Outcome outcome = Checkout.finish(process);

        assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isZero();
    }

    private Outcome test(String... arguments) throws Exception {
        return checkout.run(checkout.root().resolve("test"), folder, arguments);
    }

    private void maven(int exitCode, String body) throws IOException {
        Checkout.script(checkout.root().resolve("mvnw"), body + "exit " + exitCode + "\n");
    }

    /** Shell commands that write a report as Surefire does. */
    private static String report(String module, int tests, int errors, int failures, int skipped) {
        return """
        mkdir -p %1$s/target/surefire-reports
        cat >%1$s/target/surefire-reports/TEST-x.xml <<'END'
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuite name="x" time="0.1" tests="%2$d" errors="%3$d" skipped="%5$d" failures="%4$d">
          <testcase name="tests=&quot;9&quot;"/>
        </testsuite>
        END
        """
                .formatted(module, tests, errors, failures, skipped);
    }
}
