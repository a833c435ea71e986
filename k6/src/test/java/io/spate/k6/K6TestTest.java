package io.spate.k6;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.spate.engine.ScriptFailure;
import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.result.RunResult.Ending;
import io.spate.script.ScriptException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class K6TestTest extends WithScripts {
    @Test
    void setupAndTeardownRunByHandBesideTheRun() throws Exception {
        try (var test =
                load(
                        "script.js",
                        """
                        import { sleep } from 'k6';
                        export const options = { noSetup: true, setupTimeout: '200ms' };
                        let runs = 0;
                        export function setup() {
                          if (__ENV.NAME === 'value' && runs++ > 0) sleep(1);
                          return { from: __VU, runs };
                        }
                        export default function (data) { console.log(data.from, data.runs); }
                        export function teardown(data) { console.log('down', data.runs); throw new Error('too'); }
                        """)) {
            var machine = machine();
            test.setup(machine);
            test.setup(machine);

            assertThat(test.setupData()).contains("{\"from\":0,\"runs\":1}");
            assertThat(catchThrowableOfType(ScriptFailure.class, () -> test.teardown(machine)))
                    .hasMessageContaining("too");
            assertThat(test.failure()).isEmpty();
            run(test);
            assertThat(log).contains("0 1", "down 1");
        }
    }

    @Test
    void runsIterationsWithSetupAndTeardown() throws Exception {
        var result =
                run(
                        """
                        import { check, group } from 'k6';
                        export const options = { vus: 2, iterations: 4 };
                        export function setup() { return { token: __ENV.NAME }; }
                        export default function (data) {
                          group('inner', () => check(data, { 'has token': (it) => it.token === 'value' }));
                        }
                        export function teardown(data) { console.log('end', data); }
                        """);

        assertThat(result.ending()).isEqualTo(Ending.COMPLETED);
        assertThat(count(result, BuiltinMetrics.ITERATIONS)).isEqualTo(4);
        assertThat(result.total().find(BuiltinMetrics.CHECKS)).contains(new Aggregate.Ratio(4, 4));
        assertThat(log).containsExactly("end {\"token\":\"value\"}");
    }

    @Test
    void awaitsPromisesAndTimersAndNotWhatNeverComes() throws Exception {
        var result =
                run(
                        """
                        import { setTimeout as later } from 'k6/timers';
                        export default async function () {
                          await new Promise((resolve) => later(resolve, 10));
                          setTimeout(() => console.log('timer'), 5);
                          console.log('awaited');
                          await new Promise(() => {});
                        }
                        """);

        assertThat(result.ending()).isEqualTo(Ending.COMPLETED);
        assertThat(log).containsExactly("awaited", "timer");
    }

    @Test
    void anErrorIsToldWithItsPlaceAndEndsOnlyItsIteration() throws Exception {
        var result =
                run(
                        """
                        export const options = { iterations: 2 };
                        function inner() { null.x; }
                        export default function () {
                          inner();
                        }
                        """);

        assertThat(count(result, BuiltinMetrics.FAILED_ITERATIONS)).isEqualTo(2);
        assertThat(log.peek())
                .startsWith("TypeError: Cannot read property 'x' of null\n\tat inner (file://")
                .contains("script.js:2:20)\n\tat default")
                .endsWith("script.js:4:3)");
    }

    @Test
    void anEndlessLoopEndsWithTheGracefulStop() throws Exception {
        var result =
                run(
                        """
                        export const options = { scenarios: { one: { executor: 'constant-vus',
                          duration: '1s', gracefulStop: '0s' } } };
                        export default function () { while (true) {} }
                        """);

        assertThat(count(result, BuiltinMetrics.INTERRUPTED_ITERATIONS)).isEqualTo(1);
    }

    @Test
    void whoCatchesTheEndDoesNotGoOn() throws Exception {
        var result =
                run(
                        """
                        import { sleep } from 'k6';
                        export const options = { scenarios: { one: { executor: 'constant-vus',
                          duration: '1s', gracefulStop: '0s' } } };
                        export default function () {
                          try { sleep(60); } catch (end) { console.log('caught'); }
                          sleep(60);
                        }
                        """);

        assertThat(count(result, BuiltinMetrics.INTERRUPTED_ITERATIONS)).isEqualTo(1);
    }

    @Test
    void theScriptCanEndTheRun() throws Exception {
        var result =
                run(
                        """
                        import exec from 'k6/execution';
                        export const options = { vus: 1, duration: '1m' };
                        export default function () { exec.test.abort('enough'); }
                        """);

        assertThat(result.ending()).isEqualTo(Ending.INTERRUPTED);
    }

    @Test
    void modulesOfBothKindsMix() throws Exception {
        Files.writeString(folder.resolve("common.cjs.js"), "module.exports = { one: 1 };");
        Files.writeString(folder.resolve("data.json"), "{\"two\": 2}");
        run(
                """
                import common, { one } from './common.cjs.js';
                import data from './data.json' with { type: 'json' };
                import { SharedArray } from 'k6/data';
                const list = new SharedArray('list', () => JSON.parse('[{"n":1},{"n":2}]'));
                const text = open('./data.json');
                export default function () {
                  console.log(common.one + one + data.two, text.length, list.length,
                    list.map((it) => it.n).join());
                }
                """);

        assertThat(log).containsExactly("4 10 2 1,2");
    }

    @Test
    void importsThatLeadNowhereAreToldBeforeAnythingRuns() {
        var thrown =
                catchThrowableOfType(
                        ScriptException.class,
                        () ->
                                load(
                                        "script.js",
                                        """
                                        import http from 'k6/http';
                                        import a from 'k6/x/sql';
                                        import b from './none.js';
                                        import c from 'https://example.com/c.js';
                                        """));

        assertThat(thrown.problems()).extracting(it -> it.line()).containsExactly(2, 3, 4);
    }

    @Test
    void filesOutsideAreNotRead() {
        var thrown =
                catchThrowableOfType(
                        ScriptException.class,
                        () -> load("script.js", "const text = open('/etc/hostname');"));

        assertThat(thrown).hasMessageContaining("--allow").hasMessageContaining(":1:");
    }

    @Test
    void scriptsReachNoJava() {
        var thrown =
                catchThrowableOfType(
                        ScriptException.class,
                        () ->
                                load(
                                        "script.js",
                                        "export default 1;"
                                                + " Java.type('java.lang.System').exit(1);"));

        assertThat(thrown).hasMessageContaining("Java is not defined");
    }
}
