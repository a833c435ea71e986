package io.spate.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;
import io.spate.metrics.result.RunResult.Ending;
import io.spate.metrics.threshold.Threshold;
import io.spate.plan.Executor;
import io.spate.plan.Scenario;
import io.spate.plan.TestPlan;
import io.spate.plan.ThinkTime;
import io.spate.plan.WarmUp;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveConsoleTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final TestPlan PLAN =
            plan(
                    Scenario.of("browse", new Executor.ConstantVus(20, MINUTE)),
                    Scenario.of("search", new Executor.SharedIterations(5, 1000, MINUTE)),
                    new Scenario(
                            "checkout with a name that is too long to be shown in whole",
                            new Executor.ConstantVus(2, MINUTE),
                            ThinkTime.NONE,
                            Duration.ofSeconds(45),
                            Duration.ZERO,
                            Tags.NONE));

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    private static TestPlan plan(Scenario... scenarios) {
        return new TestPlan("shop", "http://shop", List.of(scenarios), List.of(), Tags.NONE);
    }

    private static Snapshot second(int end) {
        var measured =
                new Measured()
                        .users("browse", 20)
                        .users("search", 5)
                        .iterations("browse", 20)
                        .iterations("search", 10)
                        .requests("GET", "/users", "200", 100 + 5 * end, 2_000, 9_000);
        return measured.between(end - 1, end);
    }

    private static Snapshot badSecond(int end) {
        return new Measured()
                .users("browse", 20)
                .users("search", 5)
                .requests("GET", "/users", "500", 50, 1_000, 900_000)
                .requests("GET", "(other)", "200", 2, 1_000, 1_000)
                .put(BuiltinMetrics.FOLDED_SERIES, Tags.NONE, new Aggregate.Level(9, 0, 9, 9))
                .count(BuiltinMetrics.DROPPED_ITERATIONS, Tags.NONE, 12)
                .count(BuiltinMetrics.INTERRUPTED_ITERATIONS, Tags.NONE, 3)
                .error("browse", SampleRuns.NASTY, "", 7)
                .between(end - 1, end);
    }

    /** What the console has written since the last call. */
    private String written() {
        var text = bytes.toString(StandardCharsets.UTF_8);
        bytes.reset();
        return text;
    }

    private LiveConsole on(FakeTerminal terminal, TestPlan plan, int height) {
        return new LiveConsole(plan, out, () -> new Terminal(terminal.width(), height, true, true));
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 80, 160})
    void theBlockFitsTheTerminal(int width) {
        var terminal = new FakeTerminal(width, 40);
        var console = on(terminal, PLAN, 40);
        IntStream.rangeClosed(1, 29).forEach(it -> console.accept(second(it)));
        console.accept(badSecond(30));

        terminal.write(written());

        Golden.assertSame("live-%d.txt".formatted(width), terminal.all());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 25, 40, 80, 160})
    void whatWasDrawnBeforeLeavesNothingBehind(int width) {
        var terminal = new FakeTerminal(width, 60);
        var console = on(terminal, PLAN, 60);
        for (int i = 1; i <= 30; i++) {
            console.accept(i % 7 == 0 ? badSecond(i) : second(i));
            terminal.write(written());
        }
        var fresh = new FakeTerminal(width, 60);
        var again = on(fresh, PLAN, 60);
        for (int i = 1; i <= 30; i++) {
            bytes.reset();
            again.accept(i % 7 == 0 ? badSecond(i) : second(i));
        }
        fresh.write(written().replaceFirst("^\r\u001B\\[\\d+A", ""));

        assertThat(terminal.all()).isEqualTo(fresh.all());
    }

    @Test
    void messagesStandAboveTheBlockAndStay() {
        var terminal = new FakeTerminal(40, 24);
        var console = on(terminal, plan(PLAN.scenarios().getFirst()), 24);
        console.accept(second(1));
        console.message("first: " + "x".repeat(90) + "\nand its second line");
        console.accept(second(2));
        console.message("\u001B[2Jlast");
        terminal.write(written());

        assertThat(terminal.all())
                .startsWith(
                        "first: "
                                + "x".repeat(33)
                                + "\n"
                                + "x".repeat(40)
                                + "\n"
                                + "x".repeat(17)
                                + "\nand its second line\n?[2Jlast\nrunning ")
                .containsOnlyOnce("running ");
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 37, 40, 41, 79, 120, 200})
    void aTerminalThatIsResizedShowsOneBlock(int newWidth) {
        var terminal = new FakeTerminal(80, 100);
        var console = on(terminal, PLAN, 100);
        console.message("started");
        console.accept(second(1));
        console.accept(badSecond(2));
        terminal.write(written());
        terminal.resize(newWidth);
        console.accept(second(3));
        terminal.write(written());

        assertThat(terminal.all()).startsWith("started\nrunni").containsOnlyOnce("runni");
        assertThat(terminal.all()).containsOnlyOnce("total").containsOnlyOnce("dropp");
    }

    @Test
    void aTerminalNarrowerThanToldStillShowsOneBlock() {
        var terminal = new FakeTerminal(50, 24);
        var console = new LiveConsole(PLAN, out, () -> new Terminal(120, 24, true, true));
        console.accept(second(1));
        console.accept(badSecond(2));
        console.message("message");
        console.accept(second(3));
        terminal.write(written());

        assertThat(terminal.all()).startsWith("message\nrunning ").containsOnlyOnce("running ");
        assertThat(terminal.all().lines()).allMatch(it -> it.length() <= 50);
    }

    @Test
    void moreScenariosThanRowsAreCounted() {
        var scenarios =
                IntStream.range(0, 50)
                        .mapToObj(it -> Scenario.of("s" + it, new Executor.ConstantVus(1, MINUTE)))
                        .toArray(Scenario[]::new);
        var terminal = new FakeTerminal(100, 20);
        var console = on(terminal, plan(scenarios), 20);
        IntStream.rangeClosed(1, 5).forEach(it -> console.accept(second(it)));
        terminal.write(written());

        assertThat(terminal.all().lines().count()).isEqualTo(19);
        assertThat(terminal.all())
                .containsOnlyOnce("running ")
                .contains("s12 ", "(37 more scenarios)")
                .doesNotContain("s13 ");
    }

    @Test
    void theLastStateStaysAndTheSummaryComesBelow() {
        var terminal = new FakeTerminal(80, 24);
        var console = on(terminal, PLAN, 24);
        console.accept(second(60));
        console.stopping();
        terminal.write(written());
        assertThat(terminal.all()).startsWith("stopping");

        console.finish(SampleRuns.result(Ending.INTERRUPTED, second(60)));
        console.message("report written");
        terminal.write(written());
        assertThat(terminal.all())
                .startsWith("stopped")
                .endsWith("\nreport written\n")
                .containsOnlyOnce("1m00s/1m45s  25/27 users");
    }

    @Test
    void withoutATerminalALineComesEveryFiveSeconds() {
        var console = new LiveConsole(PLAN, out, () -> Terminal.PLAIN);
        console.message("to be seen");
        IntStream.rangeClosed(1, 9).forEach(it -> console.accept(second(it)));
        console.accept(badSecond(10));
        console.accept(second(11));
        console.finish(SampleRuns.result(Ending.COMPLETED, second(11)));

        assertThat(written())
                .isEqualTo(
                        """
                        to be seen
                        running 0m05s  users 25  iterations 150  req/s 115.0  failed 0.00%  p50 5.5ms p95 8.68ms p99 8.94ms
                        running 0m10s  users 25  iterations 270  req/s 120.4  failed 8.30%  p50 5.79ms p95 349ms p99 790ms  dropped 12  cut off 3  script errors 7
                        done 0m11s  users 25  iterations 300  req/s 121.1  failed 3.75%  p50 5.62ms p95 8.94ms p99 661ms  dropped 12  cut off 3  script errors 7
                        """);
    }

    /** A plan with all that moves: steps, a rate, one after another, a warm-up, a budget. */
    private static TestPlan rich() {
        var steps = new Executor.Steps(10, 10, Duration.ofSeconds(20), 30, MINUTE);
        var rate = new Executor.ConstantArrivalRate(50, MINUTE, 10, 100);
        var after =
                new Scenario(
                        "after",
                        new Executor.PerVuIterations(2, 10, MINUTE),
                        ThinkTime.NONE,
                        Duration.ZERO,
                        Optional.of("steps"),
                        Duration.ZERO,
                        Duration.ZERO,
                        Tags.NONE);
        return new TestPlan(
                "shop",
                "http://shop",
                List.of(Scenario.of("steps", steps), Scenario.of("rate", rate), after),
                List.of(Threshold.parse("http_req_failed", "rate<0.1")),
                Tags.NONE,
                List.of(),
                new WarmUp.Fixed(Duration.ofSeconds(10)),
                1);
    }

    private static Snapshot richSecond(int end) {
        return new Measured()
                .users("steps", 20)
                .users("rate", 7)
                .users("after", end > 60 ? 2 : 0)
                .iterations("steps", 3)
                .iterations("rate", 49)
                .requests("GET", "/users", "200", 90, 2_000, 9_000)
                .requests("GET", "/users", "500", 4, 2_000, 9_000)
                .requests("GET", "/cart", "connection refused", 2, 100, 200)
                .between(end - 1, end);
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 100})
    void stepsRatesLevelsBudgetsKindsOfFailuresAndKeysAreShown(int width) {
        var terminal = new FakeTerminal(width, 60);
        var console = on(terminal, rich(), 60);
        console.keys("p pause, w/s +1/-1, W/S +10/-10, q stop");
        IntStream.rangeClosed(1, 30).forEach(it -> console.accept(richSecond(it)));

        terminal.write(written());

        Golden.assertSame("live-rich-%d.txt".formatted(width), terminal.all());
    }

    @Test
    void pauseAndWarmUpAreTold() {
        var terminal = new FakeTerminal(80, 40);
        var console = on(terminal, rich(), 40);
        console.accept(richSecond(10));
        terminal.write(written());
        assertThat(terminal.all()).startsWith("warm-up ").doesNotContain("% left");

        console.accept(richSecond(11));
        terminal.write(written());
        assertThat(terminal.all()).startsWith("running ").contains("http_req_failed  37% left");

        console.paused(true);
        terminal.write(written());
        assertThat(terminal.all()).startsWith("paused ");
        console.paused(false);
        console.stopping();
        console.paused(true);
        terminal.write(written());
        assertThat(terminal.all()).startsWith("stopping ");
    }

    @Test
    void aScenarioAfterAnotherCountsFromItsOwnBegin() {
        var terminal = new FakeTerminal(100, 40);
        var console = on(terminal, rich(), 40);
        console.accept(richSecond(60));
        terminal.write(written());
        assertThat(terminal.all()).contains("after steps");

        IntStream.rangeClosed(61, 65).forEach(it -> console.accept(richSecond(it)));
        terminal.write(written());
        assertThat(terminal.all()).contains("2/2 users  0m05s/1m00s  0/20 iterations");
    }

    @Test
    void aRunWithoutRequestsShowsItsIterations() {
        var terminal = new FakeTerminal(80, 24);
        var console = on(terminal, plan(PLAN.scenarios().getFirst()), 24);
        console.accept(new Measured().users("browse", 3).iterations("browse", 7).between(0, 1));
        terminal.write(written());

        assertThat(terminal.all())
                .contains("7 iterations  7.0/s", "3/20 users", "rate      █")
                .doesNotContain("failed", "requests");
    }

    @Test
    void aSnapshotThatCameLateMakesNoDoubleLine() {
        var console = new LiveConsole(PLAN, out, () -> Terminal.PLAIN);
        console.accept(second(4));
        console.accept(new Measured().users("browse", 1).between(4, 23));
        console.accept(second(24));

        assertThat(written().lines()).hasSize(1);
        console.accept(second(25));
        assertThat(written()).startsWith("running 0m25s");
    }
}
