package io.spate.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Histogram;
import io.spate.metrics.Metric;
import io.spate.metrics.Selector;
import io.spate.metrics.Series;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;
import io.spate.metrics.threshold.Condition;
import io.spate.metrics.threshold.Threshold;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThresholdRowTest {
    private static final Snapshot TOTAL =
            new Snapshot(
                    0,
                    1,
                    Map.of(
                            new Series(BuiltinMetrics.HTTP_REQ_DURATION, Tags.NONE),
                            new Aggregate.Distribution(Histogram.of(1)),
                            new Series(BuiltinMetrics.HTTP_REQ_FAILED, Tags.NONE),
                            new Aggregate.Ratio(0, 1),
                            new Series(BuiltinMetrics.HTTP_REQS, Tags.NONE),
                            new Aggregate.Count(1),
                            new Series(BuiltinMetrics.DATA_SENT, Tags.NONE),
                            new Aggregate.Count(1),
                            new Series(Metric.time("basket_time"), Tags.NONE),
                            new Aggregate.Distribution(Histogram.of(1))),
                    Map.of());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http_req_duration | p(95)<250 | 350.2 | P95 latency 350.2ms exceeds threshold 250ms",
                "http_req_duration | p(95)<250 | 250.04 | P95 latency 250.04ms exceeds threshold 250ms",
                "http_req_duration | avg<=100 | 120 | Average latency 120ms exceeds threshold 100ms",
                "http_req_failed | rate<0.005 | 0.012 | Error rate 1.2% exceeds threshold 0.5%",
                "http_req_failed | rate<0.0001 | 0.00012 | Error rate 0.012% exceeds threshold 0.01%",
                "http_req_failed | rate<0.0001 | 0.0025 | Error rate 0.25% exceeds threshold 0.01%",
                "http_reqs | rate>1000 | 850.5 | Throughput 850.5 req/sec below threshold 1000 req/sec",
                "http_reqs | count>=10 | 3 | Count of http_reqs 3 below threshold 10",
                "basket_time | p(99.9)<5 | 6.25 | P99.9 of basket_time 6.3ms exceeds threshold 5ms",
                "data_sent | count<100 | 200 | Count of data_sent 200 bytes exceeds threshold 100 bytes",
            })
    void saysWhatWasCrossedAndByHowMuch(
            String metric, String expression, double value, String message) {
        var row = ThresholdRow.of(judged(metric, Tags.NONE, expression, value, false), TOTAL);

        assertThat(row.message()).isEqualTo(message);
    }

    @Test
    void saysWhatWasMet() {
        var row =
                ThresholdRow.of(judged("http_req_failed", Tags.NONE, "rate<0.01", 0, true), TOTAL);

        assertThat(row.message()).isEqualTo("Error rate 0% meets threshold 1%");
    }

    @Test
    void namesTheTagsItIsAbout() {
        var tags = Tags.of("name", "/api/checkout");

        var row =
                ThresholdRow.of(
                        judged("http_req_duration", tags, "p(99)<500", 723.4, false), TOTAL);

        assertThat(row.selector()).isEqualTo("http_req_duration{name:/api/checkout}");
        assertThat(row.message())
                .isEqualTo("P99 latency of name:/api/checkout 723.4ms exceeds threshold 500ms");
        assertThat(row.contains()).isEqualTo("time");
    }

    @Test
    void aMetricWithoutValuesIsSaidSo() {
        var row = ThresholdRow.of(judged("nothing", Tags.NONE, "rate<1", Double.NaN, true), TOTAL);

        assertThat(row.message()).isEqualTo("nothing had no values");
        assertThat(row.value()).isNaN();
    }

    private static Threshold.Judgement judged(
            String metric, Tags tags, String expression, double value, boolean passed) {
        var threshold =
                new Threshold(
                        new Selector(metric, tags),
                        Condition.parse(expression),
                        false,
                        Duration.ZERO);
        return new Threshold.Judgement(threshold, value, passed);
    }
}
