package io.spate.acceptance.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.acceptance.launcher.Checkout.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the launcher starts the JVM, and when it builds. */
class LauncherTest {

    @TempDir Path folder;
    Checkout checkout;

    @BeforeEach
    void makeCheckout() throws IOException {
        checkout = new Checkout(folder, "a checkout with spaces");
        checkout.set("SPATE_JAVA_HOME", checkout.jdk("a jdk with spaces", "25.0.3"));
    }

    @Test
    void passesArgumentsOnAsTheyAre() throws Exception {
        checkout.built();

        List<String> lines = checkout.start("run", "two words", "", "*", "$HOME").outLines();

        int jar = lines.indexOf("<-jar>");
        assertThat(lines.subList(jar, lines.size()))
                .containsExactly(
                        "<-jar>",
                        "<" + checkout.root().resolve("target/spate/a/spate.jar") + ">",
                        "<run>",
                        "<two words>",
                        "<>",
                        "<*>",
                        "<$HOME>");
    }

    @Test
    void startsThroughALinkFromAnotherFolder() throws Exception {
        checkout.built();
        Path first = folder.resolve("first");
        Files.createSymbolicLink(first, checkout.root().resolve("spate"));
        Path second = Files.createDirectories(folder.resolve("elsewhere")).resolve("second");
        Files.createSymbolicLink(second, Path.of("../first"));

        Outcome outcome = checkout.run(second, Path.of("/"), "--version");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).contains("<--version>");
    }

    @Test
    void becomesTheJvmSoThatSignalsReachIt() throws Exception {
        checkout.built();
        Process process = checkout.launch(checkout.root().resolve("spate"), folder);

        Outcome outcome = Checkout.finish(process);

        assertThat(outcome.outLines()).contains("pid " + process.pid());
    }

    @Test
    void exitsAsTheJvmDid() throws Exception {
        checkout.built();
        checkout.set("STUB_EXIT_CODE", "99");

        assertThat(checkout.start("run").exitCode()).isEqualTo(99);
    }

    @Test
    void optionsOfTheUserComeAfterItsOwn() throws Exception {
        checkout.built();
        checkout.set("JAVA_OPTS", "-Xmx1g -Da=*");
        checkout.set("SPATE_OPTS", "-Xmx4g");

        assertThat(checkout.start().outLines())
                .containsSubsequence(
                        "<-Djava.security.properties=%s/bin/security.properties>"
                                .formatted(checkout.root()),
                        "<-XX:+UseCompactObjectHeaders>",
                        "<-XX:+UseSerialGC>",
                        "<-Xmx1g>",
                        "<-Da=*>",
                        "<-Xmx4g>",
                        "<-jar>");
    }

    @Test
    void leavesTheChoiceOfTheCollectorToTheUser() throws Exception {
        checkout.built();
        checkout.set("SPATE_OPTS", "-XX:+UseZGC");

        assertThat(checkout.start().outLines())
                .contains("<-XX:+UseZGC>")
                .doesNotContain("<-XX:+UseSerialGC>");
    }

    @Test
    void usesTheCacheWhereThereIsOne() throws Exception {
        checkout.built();
        Path cache = checkout.root().resolve("target/spate/a/spate.aot");
        assertThat(checkout.start().out()).doesNotContain("AOTCache");

        Checkout.write(cache, "");

        assertThat(checkout.start().outLines()).contains("<-XX:AOTCache=" + cache + ">");
    }

    @Test
    void locustfilesHaveACacheOfTheirOwnFromTheirFirstUseOn() throws Exception {
        checkout.built();
        Path app = checkout.root().resolve("target/spate/a");
        Checkout.write(app.resolve("spate.aot"), "");

        Outcome first = checkout.start("locust", "-f", "a.py");
        Outcome second = checkout.start("locust", "-f", "a.py");
        Checkout.write(app.resolve("python/spate.aot"), "");

        assertThat(first.err()).startsWith("Preparing Python").hasLineCount(1);
        assertThat(first.outLines()).contains("<-XX:AOTCache=" + app + "/spate.aot>", "<a.py>");
        assertThat(second.err()).isEmpty();
        assertThat(checkout.start("locust").outLines())
                .contains("<-XX:AOTCache=" + app + "/python/spate.aot>")
                .contains("<-XX:Tier0InvokeNotifyFreqLog=9>", "<-XX:Tier2InvokeNotifyFreqLog=15>");
        assertThat(checkout.start("run").outLines())
                .contains("<-XX:AOTCache=" + app + "/spate.aot>");
    }

    @Test
    void k6ScriptsHaveACacheAndAHeapOfTheirOwn() throws Exception {
        checkout.built();
        Path app = checkout.root().resolve("target/spate/a");
        Checkout.write(app.resolve("spate.aot"), "");

        Outcome first = checkout.start("k6", "run", "a.js");
        Checkout.write(app.resolve("javascript/spate.aot"), "");

        assertThat(first.err()).startsWith("Preparing JavaScript").hasLineCount(1);
        assertThat(first.outLines()).contains("<-XX:AOTCache=" + app + "/spate.aot>", "<a.js>");
        assertThat(checkout.start("k6", "run", "a.js").outLines())
                .contains("<-XX:AOTCache=" + app + "/javascript/spate.aot>", "<-XX:NewSize=96m>")
                .contains("<-XX:Tier2InvokeNotifyFreqLog=15>", "<-XX:C1MaxInlineLevel=1>");
        assertThat(checkout.start("run").outLines())
                .contains("<-XX:AOTCache=" + app + "/spate.aot>")
                .doesNotContain("<-XX:NewSize=96m>", "<-XX:Tier2InvokeNotifyFreqLog=15>");
    }

    @Test
    void doesNotPreparePythonForHelpNorForAGivenBuild() throws Exception {
        checkout.built();

        assertThat(checkout.start("locust", "--help").err()).isEmpty();
        checkout.set("SPATE_APP", checkout.root().resolve("target/spate/a"));
        assertThat(checkout.start("locust").err()).isEmpty();
    }

    @Test
    void buildsOnFirstUseAndThenNoMore() throws Exception {
        checkout.sources("");

        Outcome first = checkout.start("--version");
        Outcome second = checkout.start("--version");

        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.err()).contains("Building Spate", "[11/11] Spate cli", "Built.");
        assertThat(first.out()).startsWith("pid ").contains("<--version>");
        assertThat(second.err()).isEmpty();
        assertThat(second.out()).contains("<--version>");
        assertThat(checkout.mavenRuns()).isEqualTo(1);
    }

    @Test
    void buildsAgainBesideTheOldBuildWhenASourceIsNewer() throws Exception {
        checkout.sources("");
        assertThat(checkout.start().out()).contains("/target/spate/a/spate.jar");
        Checkout.age(checkout.root().resolve("target/spate/current"));
        Checkout.write(checkout.root().resolve("cli/src/main/java/Main.java"), "class Main {}");

        Outcome outcome = checkout.start();

        assertThat(outcome.err()).contains("its sources have changed");
        assertThat(outcome.out()).contains("/target/spate/b/spate.jar");
        assertThat(checkout.root().resolve("target/spate/a/spate.jar")).exists();
        assertThat(checkout.mavenRuns()).isEqualTo(2);
    }

    @Test
    void showsWhyABuildFailedAndTriesAgainNextTime() throws Exception {
        checkout.sources("echo '[ERROR] Main.java:[3,5] ; expected'; exit 1");

        Outcome outcome = checkout.start("--version");
        checkout.start("--version");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .contains("Main.java:[3,5] ; expected", "the build failed", "target/build.log");
        assertThat(checkout.mavenRuns()).isEqualTo(2);
    }

    @Test
    void twoStartsAtOnceBuildOnce() throws Exception {
        checkout.sources("sleep 1");
        Path script = checkout.root().resolve("spate");

        Process one = checkout.launch(script, folder, "one");
        Process two = checkout.launch(script, folder, "two");

        assertThat(Checkout.finish(one).out()).contains("<one>");
        assertThat(Checkout.finish(two).out()).contains("<two>");
        assertThat(checkout.mavenRuns()).isEqualTo(1);
    }

    @Test
    void aBuildThatWasKilledDoesNotBlockTheNext() throws Exception {
        checkout.sources("");
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Checkout.write(checkout.root().resolve("target/spate/lock/pid"), gone.pid() + "\n");

        assertThat(checkout.start("--version").exitCode()).isZero();
    }

    @Test
    void startsAGivenBuildWithoutALookAtTheSources() throws Exception {
        checkout.sources("");
        Path app = folder.resolve("some app");
        Checkout.write(app.resolve("spate.jar"), "");
        checkout.set("SPATE_APP", app);

        assertThat(checkout.start().outLines()).contains("<" + app.resolve("spate.jar") + ">");
        assertThat(checkout.root().resolve("runs")).doesNotExist();
    }

    @Test
    void saysWhatIsMissingWhereThereIsNeitherBuildNorSource() throws Exception {
        Outcome outcome = checkout.start();

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err()).contains("no build", "no pom.xml");
    }
}
