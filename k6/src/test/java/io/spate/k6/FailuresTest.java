package io.spate.k6;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.spate.engine.ScriptFailure;
import io.spate.k6.js.JsErrors;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.result.RunResult;
import io.spate.script.ScriptException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What goes wrong in scripts is told with the script's own words and places. */
@Timeout(30)
class FailuresTest extends WithScripts {
    private ScriptException refused(String name, String text) {
        return catchThrowableOfType(ScriptException.class, () -> load(name, text).close());
    }

    @Test
    void inInitCode() {
        var thrown = refused("script.js", "const a = 1;\n\nthrow new Error('no data');\n");

        assertThat(thrown.problems())
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.line()).isEqualTo(3);
                            assertThat(it.message()).isEqualTo("Error: no data");
                        });
    }

    @Test
    void inInitCodeThatIsAwaited() {
        var thrown =
                refused(
                        "script.js",
                        "await Promise.resolve();\nawait Promise.reject(new Error('late'));\nexport {};\n");

        assertThat(thrown).hasMessageContaining("late");
    }

    @Test
    void inSetup() throws Exception {
        try (var test =
                load(
                        "script.js",
                        """
                        export function setup() {
                          throw new Error('no token');
                        }
                        export default function () { console.log('never'); }
                        """)) {
            run(test);

            assertThat(test.failure())
                    .hasValueSatisfying(
                            it ->
                                    assertThat(JsErrors.told((ScriptFailure) it))
                                            .startsWith("Error: no token\n\tat setup (file://")
                                            .contains("script.js:2:"));
            assertThat(log).isEmpty();
        }
    }

    @Test
    void anEndlessSetupEndsWithItsTimeout() throws Exception {
        try (var test =
                load(
                        "script.js",
                        """
                        export const options = { setupTimeout: '300ms' };
                        export function setup() { while (true) {} }
                        export default function () {}
                        """)) {
            run(test);

            assertThat(test.failure())
                    .hasValueSatisfying(
                            it -> assertThat(it).isInstanceOf(OnceTimeoutException.class));
        }
    }

    @Test
    void inAsyncCode() throws Exception {
        try (var test =
                load(
                        "script.js",
                        """
                        async function inner() {
                          await null;
                          undefined.x;
                        }
                        export default async function () {
                          await inner();
                        }
                        """)) {
            var result = run(test);

            assertThat(count(result, BuiltinMetrics.FAILED_ITERATIONS)).isEqualTo(1);
            assertThat(log).singleElement().asString().contains("property 'x' of undefined");
            assertThat(log).singleElement().asString().contains("script.js:3:");
        }
    }

    @Test
    void inATimer() throws Exception {
        try (var test =
                load(
                        "script.js",
                        """
                        export default function () {
                          setTimeout(() => {
                            throw new Error('in a timer');
                          }, 1);
                        }
                        """)) {
            run(test);

            assertThat(log).singleElement().asString().startsWith("Error: in a timer");
        }
    }

    @Test
    void inTeardown() throws Exception {
        try (var test =
                load(
                        "script.js",
                        """
                        export default function () {}
                        export function teardown() {
                          null.x;
                        }
                        """)) {
            var result = run(test);

            assertThat(count(result, BuiltinMetrics.ITERATIONS)).isEqualTo(1);
            assertThat(test.failure())
                    .hasValueSatisfying(
                            it ->
                                    assertThat(JsErrors.told((ScriptFailure) it))
                                            .contains("property 'x' of null")
                                            .contains("script.js:3:"));
        }
    }

    @Test
    void inHandleSummary() throws Exception {
        try (var test =
                load(
                        "script.js",
                        """
                        export default function () {}
                        export function handleSummary(data) {
                          return data.nothing.here;
                        }
                        """)) {
            run(test);

            var thrown =
                    catchThrowableOfType(
                            ScriptFailure.class, () -> test.handleSummary(machine(), "{}"));
            assertThat(JsErrors.told(thrown))
                    .contains("property 'here' of undefined")
                    .contains("script.js:3:");
        }
    }

    @Test
    void aPromiseThatNeverResolvesEndsItsIteration() throws Exception {
        try (var test =
                load(
                        "script.js",
                        """
                        export const options = { iterations: 2 };
                        export default async function () {
                          await new Promise(() => {});
                          console.log('never');
                        }
                        """)) {
            var result = run(test);

            assertThat(count(result, BuiltinMetrics.ITERATIONS)).isEqualTo(2);
            assertThat(log).isEmpty();
        }
    }

    @Test
    void anEndlessLoopInATimerEndsWithItsScenario() throws Exception {
        try (var test =
                load(
                        "script.js",
                        """
                        export const options = { scenarios: { one: { executor: 'constant-vus',
                          duration: '1s', gracefulStop: '200ms' } } };
                        export default function () {
                          setTimeout(() => { for (;;) {} }, 1);
                        }
                        """)) {
            var result = run(test);

            assertThat(result.ending()).isEqualTo(RunResult.Ending.COMPLETED);
        }
    }

    @Test
    void modulesThatAreNotThere() {
        var thrown =
                refused(
                        "script.js",
                        """
                        import grpc from 'k6/net/grpc';
                        import sql from 'k6/x/sql';
                        import none from './none.js';
                        import far from 'https://example.com/far.js?x=1';
                        """);

        assertThat(thrown.problems()).extracting(it -> it.line()).containsExactly(1, 2, 3, 4);
        assertThat(thrown.problems().get(2).message()).contains("there is no file", "none.js");
        assertThat(thrown.problems().get(3).message())
                .contains(folder.resolve("modules/example.com/far.js").toString());
    }

    @Test
    void filesThatAreNotThere() {
        var thrown = refused("script.js", "\nconst text = open('./none.csv');\n");

        assertThat(thrown.problems().getFirst().line()).isEqualTo(2);
        assertThat(thrown).hasMessageContaining("none.csv");
    }

    @Test
    void typeScriptHasItsOwnPlaces() throws Exception {
        var thrown = refused("script.ts", "const a: number = 1;\nconst b: = 2;\n");
        assertThat(thrown.problems().getFirst().line()).isEqualTo(2);

        try (var test =
                load(
                        "script.ts",
                        """
                        interface Of { some: string }
                        export default function (data: Of): void {
                          const given = data as Of; null!.x;
                        }
                        """)) {
            run(test);
        }
        assertThat(log).singleElement().asString().contains("script.ts:3:");
    }

    @Test
    void secretsAreNotShown() throws Exception {
        try (var test =
                load(
                        "script.js",
                        """
                        import secrets from 'k6/secrets';
                        export default async function () {
                          console.log('it is ' + (await secrets.get('key')));
                        }
                        """)) {
            run(test);
        }
        assertThat(log).containsExactly("it is ***SECRET_REDACTED***");
    }
}
