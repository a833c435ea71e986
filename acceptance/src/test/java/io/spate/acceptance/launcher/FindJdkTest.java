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

/** Which JDK the launcher takes. */
class FindJdkTest {

    @TempDir Path folder;
    Checkout checkout;

    @BeforeEach
    void makeCheckout() throws IOException {
        checkout = new Checkout(folder, "spate");
        checkout.built();
    }

    @Test
    void saysWhatWasLookedAtAndWhatToDoWhereThereIsNone() throws Exception {
        checkout.set("PATH", withoutJava());

        Outcome outcome = checkout.start("--version");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .contains(
                        "Spate needs a JDK 25 or newer, and found none.",
                        "JAVA_HOME: not set",
                        "java on PATH: none",
                        "/usr/lib/jvm: none",
                        "apt-get install",
                        "brew install",
                        "sdk install java");
    }

    @Test
    void saysWhichJdksAreTooOld() throws Exception {
        checkout.set("JAVA_HOME", checkout.jdk("jdk-17", "17.0.9"));
        checkout.set("PATH", withoutJava());

        Outcome outcome = checkout.start();

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err())
                .contains("JAVA_HOME: " + folder.resolve("jdk-17") + ": version 17.0.9");
    }

    @Test
    void passesOverAJreWithoutCompiler() throws Exception {
        checkout.set("JAVA_HOME", checkout.jre("jre-25", "25.0.1"));
        checkout.set("PATH", withoutJava());

        assertThat(checkout.start().err())
                .contains(folder.resolve("jre-25") + ": version 25.0.1, but a JRE");
    }

    @Test
    void takesTheJdkNamedForSpateBeforeAnyOther() throws Exception {
        Path named = checkout.jdk("named", "25");
        checkout.set("SPATE_JAVA_HOME", named);
        checkout.set("JAVA_HOME", checkout.jdk("general", "26"));

        assertThat(checkout.start().outLines()).contains("home " + named);
    }

    @Test
    void refusesToTakeAnotherThanTheOneNamedForSpate() throws Exception {
        checkout.set("SPATE_JAVA_HOME", checkout.jdk("named", "21.0.2"));
        checkout.set("JAVA_HOME", checkout.jdk("general", "25"));

        Outcome outcome = checkout.start();

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err()).contains("SPATE_JAVA_HOME").contains("version 21.0.2");
    }

    @Test
    void takesAnEarlyAccessVersion() throws Exception {
        Path early = checkout.jdk("early", "27-ea");
        checkout.set("JAVA_HOME", early);

        assertThat(checkout.start().outLines()).contains("home " + early);
    }

    @Test
    void followsTheJavaOnThePathToItsJdk() throws Exception {
        Path home = checkout.jdk("opt/jdk-25", "25.0.3");
        Path path = withoutJava();
        Path alternatives = Files.createDirectories(folder.resolve("alternatives"));
        Files.createSymbolicLink(alternatives.resolve("java"), home.resolve("bin/java"));
        Files.createSymbolicLink(path.resolve("java"), alternatives.resolve("java"));
        checkout.set("PATH", path);

        assertThat(checkout.start().outLines()).contains("home " + home);
    }

    @Test
    void looksPastOldJdksInTheSystemsFolder() throws Exception {
        checkout.set("SPATE_JDK_ROOT", folder);
        checkout.set("PATH", withoutJava());
        checkout.jdk("usr/lib/jvm/java-17", "17.0.9");
        Path home = checkout.jdk("usr/lib/jvm/temurin-25", "25.0.3");

        assertThat(checkout.start().outLines()).contains("home " + home);
    }

    @Test
    void looksIntoTheFoldersOfSdkmanAndOfIdes() throws Exception {
        checkout.set("PATH", withoutJava());
        checkout.set("HOME", folder.resolve("sdkman user"));
        Path sdkman = checkout.jdk("sdkman user/.sdkman/candidates/java/25-tem", "25");
        assertThat(checkout.start().outLines()).contains("home " + sdkman);

        checkout.set("HOME", folder.resolve("ide user"));
        Path ide = checkout.jdk("ide user/.jdks/openjdk-25", "25");
        assertThat(checkout.start().outLines()).contains("home " + ide);
    }

    /** A folder with the tools that the launcher needs, but no java. */
    private Path withoutJava() throws IOException {
        Path path = folder.resolve("path");
        for (String tool : List.of("readlink", "cat", "find", "head")) {
            Checkout.script(path.resolve(tool), "PATH=/usr/bin:/bin exec " + tool + " \"$@\"\n");
        }
        return path;
    }
}
