package io.spate.metrics.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.spate.metrics.Aggregate.Count;
import io.spate.metrics.Aggregate.Distribution;
import io.spate.metrics.Aggregate.Level;
import io.spate.metrics.Aggregate.Ratio;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Histogram;
import io.spate.metrics.Metric;
import io.spate.metrics.Series;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;
import io.spate.metrics.ThresholdSyntaxException;
import io.spate.metrics.threshold.Condition.Comparison;
import io.spate.metrics.threshold.Condition.Percentile;
import io.spate.metrics.threshold.Condition.Plain;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ThresholdTest {
    private static final long SECOND = 1_000_000_000L;

    /** Four seconds: 100 requests, a tenth failed, times of 1 to 100 ms. */
    private final Snapshot snapshot =
            new Snapshot(
                    SECOND,
                    5 * SECOND,
                    Map.of(
                            new Series(BuiltinMetrics.HTTP_REQS, Tags.of("status", "200")),
                            new Count(90),
                            new Series(BuiltinMetrics.HTTP_REQS, Tags.of("status", "500")),
                            new Count(10),
                            new Series(BuiltinMetrics.HTTP_REQ_FAILED, Tags.NONE),
                            new Ratio(10, 100),
                            new Series(BuiltinMetrics.VUS, Tags.NONE),
                            new Level(7, 0, 1, 9),
                            new Series(BuiltinMetrics.HTTP_REQ_DURATION, Tags.NONE),
                            new Distribution(times())),
                    Map.of());

    @Example
    void readsEveryAggregationAndComparison() {
        assertThat(Condition.parse("p(95)<500"))
                .isEqualTo(new Condition("p(95)<500", new Percentile(95), Comparison.LESS, 500));
        assertThat(Condition.parse("  p( 99.9 )  >=  1.5e3 "))
                .isEqualTo(
                        new Condition(
                                "p( 99.9 )  >=  1.5e3",
                                new Percentile(99.9),
                                Comparison.AT_LEAST,
                                1500));
        for (Plain plain : Plain.values()) {
            for (Comparison comparison : Comparison.values()) {
                String text = plain.text() + comparison.text() + "-.5";
                assertThat(Condition.parse(text))
                        .isEqualTo(new Condition(text, plain, comparison, -0.5));
            }
        }
    }

    @Example
    void saysWhatItExpectedAndWhere() {
        fails("", 0, "expected count, rate");
        fails("<500", 0, "expected count, rate");
        fails("avrg<500", 0, "did you mean \"avg\"?");
        fails(" p95<500", 1, "write p(95)");
        fails("p<500", 0, "p needs a number in brackets");
        fails("p(<500", 2, "the number of the percentile");
        fails("p(101)<500", 2, "a percentile is from 0 to 100");
        fails("p(95<500", 4, "expected )");
        fails("avg 500", 4, "expected one of <");
        fails("avg=500", 3, "expected one of <");
        fails("avg=<500", 3, "expected one of <");
        fails("avg<", 4, "expected a number, found the end");
        fails("avg<fast", 4, "expected a number, found \"fast\"");
        fails("avg<500ms", 7, "times are in milliseconds");
        fails("rate<1%", 6, "rates from 0 to 1");
        fails("avg<1e999", 4, "too large");
    }

    @Example
    void comparesTimesInMilliseconds() {
        judged("http_req_duration", "p(95)<=95.1", 94.96, true);
        judged("http_req_duration", "med<50", 50, false);
        judged("http_req_duration", "avg==50.5", 50.5, true);
        judged("http_req_duration", "min===1", 1, true);
        judged("http_req_duration", "max!=100", 100, false);
    }

    @Example
    void comparesCountsRatesAndLevels() {
        judged("http_reqs", "count>=100", 100, true);
        judged("http_reqs{status:500}", "count<10", 10, false);
        judged("http_reqs", "rate>25", 25, false);
        judged("http_req_failed", "rate<0.11", 0.1, true);
        judged("vus", "value==7", 7, true);
    }

    @Example
    void passesWithoutValuesUnlessItCounts() {
        judged("http_req_duration{status:404}", "p(95)<1", Double.NaN, true);
        judged("checks", "rate>0.9", Double.NaN, true);
        judged("iterations", "count>0", 0, false);
        judged("iterations", "rate>1", 0, false);
        judged("dropped_iterations", "count<1", 0, true);
        judged("a_metric_of_a_script", "rate>1", Double.NaN, true);
    }

    @Example
    void aConditionThatDoesNotFitIsNotMetAndSaysWhy() {
        judged("http_reqs", "p(95)<500", Double.NaN, false);
        assertThat(Threshold.parse("http_reqs", "p(95)<500").problemFor(BuiltinMetrics.HTTP_REQS))
                .contains(
                        "\"p(95)<500\" does not fit http_reqs, which is a counter: use count,"
                                + " rate");
        assertThat(Threshold.parse("vus", "rate<5").problemFor(BuiltinMetrics.VUS))
                .get()
                .asString()
                .endsWith("use value");
        assertThat(
                        Threshold.parse("http_req_duration", "count>1")
                                .problemFor(BuiltinMetrics.HTTP_REQ_DURATION))
                .get()
                .asString()
                .endsWith("use avg, min, med, max, p(95), apdex(500ms)");
        assertThat(Threshold.parse("http_reqs", "rate>5").problemFor(BuiltinMetrics.HTTP_REQS))
                .isEmpty();
    }

    /** Recorded in millionths, compared as they are. */
    @Example
    void comparesNumbersWithFractionsAndBelowZero() {
        var decimals =
                new Snapshot(
                        0,
                        2 * SECOND,
                        Map.of(
                                decimal("revenue", Metric.Type.COUNTER),
                                new Count(-12_500_000),
                                decimal("balance", Metric.Type.GAUGE),
                                new Level(-250_000, 0, -250_000, 3_000_000),
                                decimal("change", Metric.Type.TREND),
                                new Distribution(Histogram.of(-1_500_000, 250_000, 500_000))),
                        Map.of());
        assertDecimal(decimals, "revenue", "count<=-12.5", -12.5);
        assertDecimal(decimals, "revenue", "rate>-6.3", -6.25);
        assertDecimal(decimals, "balance", "value<-.2", -0.25);
        assertDecimal(decimals, "change", "min>=-1.5", -1.5);
        assertDecimal(decimals, "change", "avg==-0.25", -0.25);
        assertDecimal(decimals, "change", "max<0.6", 0.5);
        assertDecimal(decimals, "change", "p(10)<-1.4", -1.5);
    }

    private static Series decimal(String name, Metric.Type type) {
        return new Series(new Metric(name, type, Metric.Contains.DECIMAL), Tags.NONE);
    }

    private static void assertDecimal(
            Snapshot snapshot, String metric, String expression, double value) {
        var judgement = Threshold.parse(metric, expression).judge(snapshot);
        assertThat(judgement.passed()).as(metric + " " + expression).isTrue();
        assertThat(judgement.value())
                .isCloseTo(value, org.assertj.core.data.Percentage.withPercentage(0.1));
    }

    @Example
    void aSpanOfNothingHasNoRate() {
        var instant =
                new Snapshot(
                        5,
                        5,
                        Map.of(new Series(BuiltinMetrics.HTTP_REQS, Tags.NONE), new Count(3)),
                        Map.of());
        assertThat(Threshold.parse("http_reqs", "rate>0").judge(instant).value()).isZero();
    }

    @Example
    void writesAggregationsAsTheyAreRead() {
        assertThat(new Percentile(95).text()).isEqualTo("p(95)");
        assertThat(new Percentile(99.99).text()).isEqualTo("p(99.99)");
    }

    @Example
    void findsBuiltinMetricsByName() {
        assertThat(BuiltinMetrics.find("http_reqs")).contains(BuiltinMetrics.HTTP_REQS);
        assertThat(BuiltinMetrics.find("http_req")).isEmpty();
        assertThat(BuiltinMetrics.ALL).doesNotHaveDuplicates().contains(BuiltinMetrics.VUS);
    }

    @Property
    void readsAnyTextOrSaysWhatIsWrong(@ForAll("texts") String text) {
        try {
            Condition.parse(text);
        } catch (ThresholdSyntaxException e) {
            assertThat(e.offset()).isBetween(0, text.length());
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("p", "(", ")", "95", ".", "avg", "<", "=", "-", "1", "e", " ", "x")
                .list()
                .ofMaxSize(8)
                .map(it -> String.join("", it));
    }

    private void judged(String selector, String expression, double value, boolean passed) {
        Threshold threshold = Threshold.parse(selector, expression);
        Threshold.Judgement judgement = threshold.judge(snapshot);
        assertThat(judgement.passed()).as(selector + " " + expression).isEqualTo(passed);
        if (Double.isNaN(value)) {
            assertThat(judgement.value()).isNaN();
        } else {
            assertThat(judgement.value())
                    .isCloseTo(value, org.assertj.core.data.Percentage.withPercentage(0.1));
        }
    }

    private static Histogram times() {
        long[] times = new long[100];
        for (int i = 0; i < times.length; i++) {
            times[i] = (i + 1) * 1_000_000L;
        }
        return Histogram.of(times);
    }

    private static void fails(String text, int offset, String part) {
        assertThatExceptionOfType(ThresholdSyntaxException.class)
                .isThrownBy(() -> Threshold.parse("http_reqs", text))
                .withMessageContaining(part)
                .satisfies(e -> assertThat(e.offset()).as(text).isEqualTo(offset));
    }
}
