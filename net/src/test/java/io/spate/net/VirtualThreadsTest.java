package io.spate.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Loops schedule virtual threads in whatever way their JVM was started, or say what is missing. */
class VirtualThreadsTest {
    private static final String OPEN = "--add-opens=java.base/java.lang=ALL-UNNAMED";
    private static final String DENY = "--sun-misc-unsafe-memory-access=deny";
    private static final String ALLOW = "--sun-misc-unsafe-memory-access=allow";
    private static final String NATIVE = "--enable-native-access=ALL-UNNAMED";

    @TempDir Path folder;

    @Test
    void anExecutorRunsThemThroughTheOpenPackage() throws Exception {
        assertThat(carrierOf(VirtualThreads.throughOpenPackage())).isEqualTo("carrier");
    }

    @Test
    void anExecutorRunsThemThroughUnsafe() throws Exception {
        assertThat(carrierOf(VirtualThreads.throughUnsafe())).isEqualTo("carrier");
    }

    @ParameterizedTest
    @ValueSource(strings = {OPEN, DENY + " " + OPEN, ALLOW})
    void usersOfALoopNeverRunSideBySide(String options) throws Exception {
        Outcome outcome = count(options.split(" "));
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).isEqualTo(CountingMain.EXPECTED);
    }

    @Test
    void withoutAnyOptionTheyDoNotEitherAndTheJvmWarnsOnce() throws Exception {
        Outcome outcome = count();
        assertThat(outcome.out()).isEqualTo(CountingMain.EXPECTED);
        assertThat(outcome.err())
                .containsOnlyOnce("A terminally deprecated method in sun.misc.Unsafe")
                .doesNotContain("Exception");
    }

    @Test
    void whereThereIsNoWayTheLoopDoesNotStartAndNamesTheOption() throws Exception {
        Outcome outcome = count(DENY);
        assertThat(outcome.out())
                .isEqualTo(
                        "this JVM does not let event loops schedule virtual threads: start it with "
                                + OPEN
                                + " (on JDK 25; this is "
                                + Runtime.version()
                                + ")");
    }

    private static String carrierOf(VirtualThreads threads) throws InterruptedException {
        AtomicReference<String> name = new AtomicReference<>("");
        CountDownLatch ran = new CountDownLatch(1);
        Executor carrier =
                task ->
                        Thread.ofPlatform()
                                .start(
                                        () -> {
                                            Thread.currentThread().setName("carrier");
                                            task.run();
                                            ran.countDown();
                                        });
        threads.unstarted("user", () -> name.set(Thread.currentThread().toString()), carrier)
                .start();
        ran.await();
        return name.get().replaceAll(".*@", "");
    }

    /** Runs {@link CountingMain} as an IDE would: on the class path, with the given options. */
    private Outcome count(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(
                List.of(NATIVE, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", classPath()));
        command.add(CountingMain.class.getName());
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process process =
                new ProcessBuilder(command)
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("Still running after a minute: " + command);
        }
        return new Outcome(Files.readString(out).strip(), Files.readString(err));
    }

    private static String classPath() {
        Path target = Path.of(System.getProperty("basedir", ""), "target").toAbsolutePath();
        return target.resolve("classes") + File.pathSeparator + target.resolve("test-classes");
    }

    record Outcome(String out, String err) {}
}
