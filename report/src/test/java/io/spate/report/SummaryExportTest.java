package io.spate.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Metric;
import io.spate.metrics.Tags;
import io.spate.metrics.result.RunResult;
import io.spate.metrics.result.RunResult.Ending;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SummaryExportTest {
    private static String export(RunResult result) {
        return SummaryExport.json(SampleRuns.document(result));
    }

    @Test
    void aRunWithChecksAndThresholds() {
        Golden.assertSame("export-failing.json", export(SampleRuns.failing()));
    }

    @Test
    void aRunWithoutRequests() {
        Golden.assertSame("export-nothing.json", export(SampleRuns.nothing()));
    }

    @Test
    void atAThresholdTrueMeansThatItWasCrossed() {
        var metrics = JsonMapper.shared().readTree(export(SampleRuns.failing())).get("metrics");

        assertThat(metrics.at("/http_req_failed/thresholds").get("rate<0.01").asBoolean()).isTrue();
        assertThat(metrics.at("/http_req_duration/thresholds").get("p(95)<500").asBoolean())
                .isFalse();
    }

    @Test
    void namesOfAnyKindSurvive() {
        var checks =
                JsonMapper.shared().readTree(export(SampleRuns.nasty())).at("/root_group/checks");

        assertThat(checks.get(SampleRuns.NASTY).get("path").asString())
                .isEqualTo("::" + SampleRuns.NASTY);
    }

    @Test
    void groupsStandWithinOneAnotherWithTheirChecks() {
        var tags = Tags.of("group", "::shop::checkout");
        var total =
                new Measured()
                        .times(BuiltinMetrics.GROUP_DURATION, tags, 3, 1_000, 2_000)
                        .put(
                                BuiltinMetrics.CHECKS,
                                tags.with("check", "paid"),
                                new Aggregate.Ratio(2, 3))
                        .between(0, 1);

        var root =
                JsonMapper.shared()
                        .readTree(export(SampleRuns.result(Ending.COMPLETED, total)))
                        .get("root_group");

        var checkout = root.at("/groups/shop/groups/checkout");
        assertThat(checkout.get("path").asString()).isEqualTo("::shop::checkout");
        assertThat(checkout.at("/checks/paid/path").asString()).isEqualTo("::shop::checkout::paid");
        assertThat(checkout.at("/checks/paid/passes").asInt()).isEqualTo(2);
        assertThat(root.get("checks").isEmpty()).isTrue();
    }

    @Test
    void numbersWithFractionsAreInTheirOwnUnit() {
        var price = new Metric("price", Metric.Type.COUNTER, Metric.Contains.DECIMAL);
        var total = new Measured().count(price, Tags.NONE, 19_990_000).between(0, 2);

        var metrics =
                JsonMapper.shared()
                        .readTree(export(SampleRuns.result(Ending.COMPLETED, total)))
                        .get("metrics");

        assertThat(metrics.at("/price/count").asDouble()).isEqualTo(19.99);
        assertThat(metrics.at("/price/rate").asDouble()).isEqualTo(9.995);
    }
}
