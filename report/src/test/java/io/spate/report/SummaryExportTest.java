package io.spate.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SummaryExportTest {
    @Test
    void aRunWithChecksAndThresholds() {
        Golden.assertSame("export-failing.json", SummaryExport.json(SampleRuns.failing()));
    }

    @Test
    void aRunWithoutRequests() {
        Golden.assertSame("export-nothing.json", SummaryExport.json(SampleRuns.nothing()));
    }

    @Test
    void atAThresholdTrueMeansThatItWasCrossed() {
        var metrics =
                JsonMapper.shared()
                        .readTree(SummaryExport.json(SampleRuns.failing()))
                        .get("metrics");

        assertThat(metrics.at("/http_req_failed/thresholds").get("rate<0.01").asBoolean()).isTrue();
        assertThat(metrics.at("/http_req_duration/thresholds").get("p(95)<500").asBoolean())
                .isFalse();
    }

    @Test
    void namesOfAnyKindSurvive() {
        var checks =
                JsonMapper.shared()
                        .readTree(SummaryExport.json(SampleRuns.nasty()))
                        .at("/root_group/checks");

        assertThat(checks.get(SampleRuns.NASTY).get("path").asString())
                .isEqualTo("::" + SampleRuns.NASTY);
    }
}
