package io.spate.k6;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Selector;
import io.spate.metrics.result.RunResult;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What runs of scripts come to, where a real k6 was looked at. */
@Timeout(30)
class AsInK6Test extends WithScripts {
    private static final String SUMMARY =
            "export default function () {}\nexport function handleSummary() { return %s; }\n";

    @Test
    void whatIsMeasuredInSetupAndTeardownCounts() throws Exception {
        var result =
                run(
                        """
                        import { check } from 'k6';
                        import { Counter } from 'k6/metrics';
                        const counter = new Counter('counter');
                        export const options = { iterations: 2 };
                        export function setup() {
                          counter.add(1);
                          check(1, { 'in setup': true });
                        }
                        export default function () { counter.add(10); }
                        export function teardown() { counter.add(100); }
                        """);

        assertThat(total(result, "counter")).isEqualTo(121);
        assertThat(result.setup()).isEmpty();
        assertThat(result.total().find(Selector.parse("checks{group:::setup}")))
                .hasValue(new Aggregate.Ratio(1, 1));
        assertThat(result.total().find(Selector.parse("iteration_duration{group:::teardown}")))
                .isPresent();
        assertThat(count(result, BuiltinMetrics.ITERATIONS)).isEqualTo(2);
    }

    private static double total(RunResult result, String metric) {
        var found = result.total().find(Selector.parse(metric)).orElseThrow();
        return ((Aggregate.Count) found).total() / 1e6;
    }

    @Test
    void aThresholdThatAbortsCutsIterations() throws Exception {
        var result =
                run(
                        """
                        import { sleep } from 'k6';
                        import { Counter } from 'k6/metrics';
                        const bad = new Counter('bad');
                        export const options = { vus: 2, duration: '20s',
                          thresholds: { bad: [{ threshold: 'count<1', abortOnFail: true }] } };
                        export default function () {
                          bad.add(1);
                          sleep(15);
                          console.log('never');
                        }
                        export function teardown() { console.log('teardown'); }
                        """);

        assertThat(result.ending()).isEqualTo(RunResult.Ending.THRESHOLD_ABORT);
        assertThat(result.elapsed()).isLessThan(Duration.ofSeconds(10));
        assertThat(log).containsExactly("teardown");
    }

    @Test
    void aValueThatIsNoneIsToldAndLeftOut() throws Exception {
        var result =
                run(
                        """
                        import { Trend, Counter } from 'k6/metrics';
                        const trend = new Trend('trend');
                        const counter = new Counter('counter');
                        export default function () {
                          const said = [NaN, null, undefined, 'abc', {}].map((it) => trend.add(it));
                          console.log(said.join());
                          counter.add('2');
                          counter.add(true);
                          counter.add([4]);
                        }
                        """);

        assertThat(log).hasSize(6).last().isEqualTo("false,false,false,false,false");
        assertThat(log.peek())
                .isEqualTo(
                        "'NaN' is an invalid value for metric 'trend', a number or a boolean value is"
                                + " expected");
        assertThat(total(result, "counter")).isEqualTo(7);
    }

    @Test
    void withThrowItEndsTheIteration() throws Exception {
        run(
                """
                import { Trend } from 'k6/metrics';
                const trend = new Trend('trend');
                export const options = { throw: true };
                export default function () {
                  trend.add(undefined);
                  console.log('never');
                }
                """);

        assertThat(log).singleElement().asString().contains("invalid value", "script.js:5:");
    }

    @Test
    void aRequestWithoutAUrlHasFailed() throws Exception {
        var result =
                run(
                        """
                        import http from 'k6/http';
                        export const options = { iterations: 2 };
                        export default function () {
                          http.get(`${__ENV.MISSING}/path`);
                          http.batch(['nothing']);
                        }
                        """);

        assertThat(count(result, BuiltinMetrics.HTTP_REQS)).isEqualTo(4);
        assertThat(result.total().find(BuiltinMetrics.HTTP_REQ_FAILED))
                .hasValue(new Aggregate.Ratio(4, 4));
    }

    @Test
    void aRejectionThatNobodyAwaitsIsTold() throws Exception {
        var result =
                run(
                        """
                        export default function () {
                          Promise.reject(new Error('alone'));
                          console.log('went on');
                        }
                        """);

        assertThat(log).hasSize(2).first().isEqualTo("went on");
        assertThat(log).last().asString().contains("alone");
        assertThat(count(result, BuiltinMetrics.ITERATIONS)).isEqualTo(1);
    }

    @Test
    void aRejectionThatIsHandledLaterIsNone() throws Exception {
        run(
                """
                import { setTimeout } from 'k6/timers';
                export default async function () {
                  const late = new Promise((_, reject) => setTimeout(() => reject(new Error('x')), 5));
                  const caught = late.catch((it) => it.message);
                  await new Promise((resolve) => setTimeout(resolve, 20));
                  console.log(await caught);
                }
                """);

        assertThat(log).containsExactly("x");
    }

    @Test
    void teardownTellsWhatItThrows() throws Exception {
        run(
                """
                export default function () {}
                export function teardown() {
                  throw new Error('too late');
                }
                """);

        assertThat(log)
                .singleElement()
                .asString()
                .startsWith("Error: too late\n\tat teardown (file://")
                .contains("script.js:3:");
    }

    @Test
    void aSummaryOfNothingIsTheUsualOne() throws Exception {
        try (var test = load("none.js", SUMMARY.formatted("undefined"))) {
            run(test);
            assertThat(test.handleSummary(machine(), "{}")).isEmpty();
        }
        try (var test = load("text.js", SUMMARY.formatted("'text'"))) {
            run(test);
            assertThat(test.handleSummary(machine(), "{}").orElseThrow()).isEmpty();
        }
        assertThat(log).singleElement().asString().contains("has to return an object");
    }

    @Test
    void undefinedInSetupDataIsNull() throws Exception {
        run(
                """
                export function setup() { return { gone: undefined, deep: { gone: undefined } }; }
                export default function (data) {
                  console.log(JSON.stringify(data));
                }
                """);

        assertThat(log).containsExactly("{\"gone\":null,\"deep\":{\"gone\":null}}");
    }

    @Test
    void anErrorIsPrintedWithoutFramesOfOurs() throws Exception {
        run("export default function () {\n  console.log(new Error('shown'));\n}\n");

        assertThat(log).singleElement().asString().startsWith("Error: shown\n    at default (");
        assertThat(log).singleElement().asString().doesNotContain(".spate", "\n\n");
    }
}
