package io.spate.output.k6;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Metric;
import io.spate.metrics.Series;
import io.spate.metrics.Tags;
import io.spate.metrics.threshold.Threshold;
import io.spate.output.k6.CsvLines.TimeFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SampleFormatTest {
    private static final K6Tags TAGS =
            K6Tags.of(List.of("method", "status", "name", "group", "scenario", "check", "url"));
    private static final long AT =
            Instant.parse("2021-02-24T11:37:10.123456789Z").getEpochSecond() * 1_000_000_000
                    + 123456789;
    private static final Series DURATION =
            new Series(
                    BuiltinMetrics.HTTP_REQ_DURATION,
                    new Tags(
                            Map.of(
                                    "method", "GET",
                                    "status", "200",
                                    "scenario", "default",
                                    "error_kind", "status",
                                    "tls_version", "tls1.3",
                                    "own", "a,b")));

    private static String json(Series series, long at, long value, Threshold... thresholds) {
        var text = new StringBuilder();
        new JsonLines(TAGS, List.of(thresholds), ZoneOffset.ofHours(2))
                .append(text, 1, series, at, value);
        return text.toString();
    }

    @Test
    void tellsOfAMetricBeforeItsFirstValue() {
        assertThat(
                        json(
                                DURATION,
                                AT,
                                459_865_729,
                                Threshold.parse("http_req_duration", "p(99)<250"),
                                Threshold.parse("http_req_duration{status:200}", "avg<1")))
                .isEqualTo(
                        """
                        {"type":"Metric","data":{"name":"http_req_duration","type":"trend","contains":"time",\
                        "thresholds":["p(99)<250"],"submetrics":[{"name":"http_req_duration{expected_response:true}",\
                        "suffix":"expected_response:true","tags":{"expected_response":"true"}},\
                        {"name":"http_req_duration{status:200}","suffix":"status:200","tags":{"status":"200"}}]},\
                        "metric":"http_req_duration"}
                        {"metric":"http_req_duration","type":"Point","data":{"time":"2021-02-24T13:37:10.123456789+02:00",\
                        "value":459.865729,"tags":{"group":"","method":"GET","own":"a,b","scenario":"default","status":"200"}}}
                        """);
    }

    @Test
    void tellsOfAMetricOnce() {
        var lines = new JsonLines(TAGS, List.of(), ZoneOffset.UTC);
        var text = new StringBuilder();
        lines.append(text, 1, DURATION, AT, 1);
        lines.append(text, 1, DURATION, AT + 1, 2);

        assertThat(text.toString().lines())
                .hasSize(3)
                .last()
                .asString()
                .contains("\"time\":\"2021-02-24T11:37:10.12345679Z\",\"value\":0.000002,");
    }

    @Test
    void escapesTextsAndLeavesHtmlAlone() {
        var series = new Series(Metric.counter("c"), Tags.of("check", "a<b & \"c\"\n\u0001"));

        assertThat(json(series, 0, -3))
                .contains("\"submetrics\":null}")
                .contains("\"time\":\"1970-01-01T02:00:00+02:00\",\"value\":-3,")
                .contains("{\"check\":\"a<b & \\\"c\\\"\\n\\u0001\"}");
    }

    @Test
    void writesRowsWithAColumnForEachSystemTag() {
        var rows = new CsvLines(TAGS, TimeFormat.UNIX);
        var text = new StringBuilder(rows.head());
        rows.append(text, 1, DURATION, AT, 459_865_729);
        rows.append(text, 1, new Series(BuiltinMetrics.VUS, Tags.NONE), AT, 5);

        assertThat(text.toString())
                .isEqualTo(
                        """
                        metric_name,timestamp,metric_value,check,group,method,name,scenario,status,url,extra_tags,metadata
                        http_req_duration,1614166630,459.865729,,,GET,,default,200,,"own=a,b",
                        vus,1614166630,5.000000,,,,,,,,,
                        """);
    }

    @Test
    void writesTimesAsAsked() {
        assertThat(row(TimeFormat.UNIX_MILLI)).contains(",1614166630123,");
        assertThat(row(TimeFormat.UNIX_MICRO)).contains(",1614166630123456,");
        assertThat(row(TimeFormat.UNIX_NANO)).contains(",1614166630123456789,");
        assertThat(row(TimeFormat.RFC3339)).contains(",2021-02-24T11:37:10Z,");
        assertThat(row(TimeFormat.RFC3339_NANO)).contains(",2021-02-24T11:37:10.123456789Z,");
    }

    private static String row(TimeFormat format) {
        var text = new StringBuilder();
        new CsvLines(TAGS, format).append(text, 1, DURATION, AT, 1);
        return text.toString();
    }

    @Test
    void knowsTheZoneOfEachSecond() {
        var times = new Timestamps(ZoneId.of("Europe/Berlin"));
        var text = new StringBuilder();
        times.inSeconds(text, AT);
        text.append(' ');
        times.inSeconds(text, AT + 180L * 86_400 * 1_000_000_000);

        assertThat(text).hasToString("2021-02-24T12:37:10+01:00 2021-08-23T13:37:10+02:00");
    }
}
