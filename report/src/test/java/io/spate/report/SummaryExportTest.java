package io.spate.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.metrics.result.RunResult;
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
}
