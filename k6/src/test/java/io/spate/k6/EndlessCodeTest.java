package io.spate.k6;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spate.engine.Run;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.result.RunResult;
import io.spate.metrics.result.RunResult.Ending;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Code that does not end is ended, where k6 ends it, and counted as k6 counts it. */
@Timeout(30)
class EndlessCodeTest extends WithScripts {
    private static final String ONE_SECOND =
            "export const options = { scenarios: { one: { executor: 'constant-vus', vus: 3,"
                    + " duration: '1s', gracefulStop: '300ms' } } };\n";

    private void assertInterrupted(RunResult result, int count) {
        assertThat(result.ending()).isEqualTo(Ending.COMPLETED);
        assertThat(count(result, BuiltinMetrics.INTERRUPTED_ITERATIONS)).isEqualTo(count);
        assertThat(count(result, BuiltinMetrics.ITERATIONS)).isZero();
        assertThat(count(result, BuiltinMetrics.FAILED_ITERATIONS)).isZero();
    }

    @Test
    void manyUsersThatKeepTheirLoopBusyDoNotHoldIt() throws Exception {
        run(
                """
                export const options = { scenarios: { one: { executor: 'per-vu-iterations',
                  vus: 12, iterations: 2 } } };
                export default function () {
                  for (const end = Date.now() + 150; Date.now() < end;) {}
                }
                """);

        assertThat(log).isEmpty();
    }

    @Test
    void othersGoOnBesideAnEndlessLoop() throws Exception {
        var result =
                run(
                        """
                        import { sleep } from 'k6';
                        export const options = { scenarios: { one: { executor: 'constant-vus',
                          vus: 3, duration: '4s', gracefulStop: '300ms' } } };
                        export default function () {
                          if (__VU === 2) { while (true) {} }
                          sleep(0.05);
                        }
                        """);

        assertThat(count(result, BuiltinMetrics.ITERATIONS)).isGreaterThan(20);
        assertThat(log).anySatisfy(it -> assertThat(it).contains("take turns"));
    }

    @Test
    void aLoopOfEachUserIsInterruptedAfterTheGracefulStop() throws Exception {
        assertInterrupted(run(ONE_SECOND + "export default function () { while (true) {} }"), 3);

        assertThat(log).anySatisfy(it -> assertThat(it).contains("interrupted at", "script.js:2"));
    }

    @Test
    void soIsAChainOfPromises() throws Exception {
        assertInterrupted(
                run(
                        ONE_SECOND
                                + "export default async function () { while (true) { await null; }"
                                + " }"),
                3);
    }

    @Test
    void soIsALoopThatCatchesAll() throws Exception {
        assertInterrupted(
                run(
                        ONE_SECOND
                                + "export default function () { for (;;) { try { null.x; } catch {}"
                                + " } }"),
                3);
    }

    @Test
    void iterationsWithoutATimeEndWithMaxDuration() throws Exception {
        assertInterrupted(
                run(
                        """
                        export const options = { scenarios: { one: { executor: 'per-vu-iterations',
                          vus: 2, iterations: 3, maxDuration: '1s', gracefulStop: '0s' } } };
                        export default function () { while (true) {} }
                        """),
                2);
    }

    /** The run ends a moment after its first line is logged. */
    private RunResult stoppedWhileItRuns(K6Test test) throws Exception {
        test.prepare(1, _ -> {});
        var run = new Run(test.plan(), test.script(), machine(), List.of());
        var stopper =
                CompletableFuture.runAsync(
                        () -> {
                            while (log.isEmpty()) {
                                Thread.onSpinWait();
                            }
                            run.stopAtOnce();
                        });
        var result = run.execute();
        stopper.join();
        return result;
    }

    @Test
    void aStopAtOnceEndsItLongBeforeItsTimeAndTeardownFollows() throws Exception {
        try (var test =
                load(
                        "script.js",
                        """
                        export const options = { vus: 2, duration: '1h' };
                        export default function () { console.log('begun'); while (true) {} }
                        export function teardown() { console.log('down'); }
                        """)) {
            var result = stoppedWhileItRuns(test);

            assertThat(result.ending()).isEqualTo(Ending.INTERRUPTED);
            assertThat(count(result, BuiltinMetrics.INTERRUPTED_ITERATIONS)).isEqualTo(2);
            assertThat(log).contains("down");
        }
    }

    @Test
    void aStopEndsAnEndlessSetup() throws Exception {
        try (var test =
                load(
                        "script.js",
                        """
                        export const options = { setupTimeout: '10m' };
                        export function setup() { console.log('begun'); while (true) {} }
                        export default function () { console.log('never'); }
                        """)) {
            assertThat(stoppedWhileItRuns(test).ending()).isEqualTo(Ending.INTERRUPTED);

            assertThat(log).containsExactly("begun");
        }
    }

    @Test
    void anEndlessTeardownEndsWithItsTimeout() throws Exception {
        try (var test =
                load(
                        "script.js",
                        """
                        export const options = { teardownTimeout: '300ms' };
                        export default function () {}
                        export async function teardown() { while (true) { await null; } }
                        """)) {
            run(test);

            assertThat(test.failure())
                    .hasValueSatisfying(
                            it ->
                                    assertThat(it)
                                            .hasMessageContaining(
                                                    "teardown() execution timed out after 0.3"
                                                            + " seconds"));
        }
    }

    @Test
    void anEndlessHandleSummaryEndsWithItsTimeout() throws Exception {
        try (var test =
                load(
                        "script.js",
                        """
                        export const options = { handleSummaryTimeout: '300ms' };
                        export default function () {}
                        export function handleSummary() { while (true) {} }
                        """)) {
            run(test);

            assertThatThrownBy(() -> test.handleSummary(machine(), "{}"))
                    .isInstanceOf(OnceTimeoutException.class)
                    .hasMessageContaining("handleSummary() execution timed out after 0.3 seconds");
        }
    }

    @Test
    void whoWaitsForACodeThatComputesIsTold() throws Exception {
        run(
                """
                export const options = { scenarios: { one: { executor: 'constant-vus', vus: 3,
                  duration: '4s', gracefulStop: '0s' } } };
                export default function () { while (true) {} }
                """);

        assertThat(log).anySatisfy(it -> assertThat(it).contains("the other users of its thread"));
    }
}
