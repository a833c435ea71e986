package io.spate.analysis.findings;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.analysis.findings.Finding.Sign;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindingsTest {

    private static Finding only(String rule, List<Finding> findings) {
        assertThat(findings).extracting(Finding::rule).contains(rule);
        return findings.stream().filter(it -> it.rule().equals(rule)).findFirst().orElseThrow();
    }

    private static double figure(Finding finding, String name) {
        return finding.figures().stream()
                .filter(it -> it.name().equals(name))
                .mapToDouble(Finding.Figure::value)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void cleanRunsYieldHardlyAnyWarning() {
        int runs = 12;
        CleanRuns.alarms(runs).forEach((kind, alarms) -> assertThat(alarms).as(kind).isEmpty());
    }

    @Test
    void aCleanRunHasGoodSigns() {
        var findings = new SimulatedRun(120, 1).findings();

        assertThat(findings)
                .extracting(Finding::rule)
                .containsExactlyInAnyOrder("few_errors", "consistent_latency");
        assertThat(findings).allMatch(it -> it.sign() == Sign.GOOD);
    }

    @Test
    void nothingMeasuredYieldsNothing() {
        assertThat(Findings.of(Evidence.of(List.of()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aLeakIsASlopeOverTheSoak(long seed) {
        var leak =
                new SimulatedRun(600, seed)
                        .medianMillis(second -> 20 * (1 + 0.5 * second / 600))
                        .findings();

        var finding = only("degradation", leak);
        assertThat(finding.sign()).isEqualTo(Sign.RED_FLAG);
        // 10 ms in 600 s are 60 ms an hour.
        assertThat(figure(finding, "slope_per_hour")).isBetween(35.0, 90.0);
        assertThat(finding.proof().metric()).isEqualTo("http_req_duration");
        assertThat(finding.proof().toNanos() - finding.proof().fromNanos())
                .isGreaterThan(500_000_000_000L);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void latencySpikesWhereTheRampPassesTheKnee(long seed) {
        var findings =
                new SimulatedRun(300, seed)
                        .users(second -> 1 + second / 3)
                        .medianMillis(second -> second < 180 ? 20 : 20 + (second - 180) * 2)
                        .findings();

        // At 180 s there are 61 users; 20 ms later it has doubled.
        assertThat(figure(only("latency_knee", findings), "load")).isBetween(55.0, 80.0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void throughputFlattensWhereTheTargetIsFull(long seed) {
        var findings =
                new SimulatedRun(300, seed)
                        .users(second -> 1 + second / 3)
                        .requestsPerUser(second -> 2 * Math.min(1, 50 / (1 + second / 3)))
                        .findings();

        var finding = only("throughput_flattens", findings);
        assertThat(figure(finding, "load")).isBetween(44.0, 62.0);
        assertThat(figure(finding, "throughput")).isBetween(90.0, 110.0);
    }

    @Test
    void throughputThatFollowsTheLoadIsGood() {
        var findings = new SimulatedRun(300, 1).users(second -> 5 + second / 3).findings();

        assertThat(only("linear_scaling", findings).sign()).isEqualTo(Sign.GOOD);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void errorsAppearAtAUserCount(long seed) {
        var findings =
                new SimulatedRun(300, seed)
                        .users(second -> 1 + second / 3)
                        .failures("status", second -> second < 210 ? 0.0005 : 0.05)
                        .findings();

        assertThat(figure(only("errors_appear", findings), "load")).isBetween(66.0, 80.0);
    }

    @Test
    void wrongAnswersUnderLoadAreARedFlag() {
        var findings =
                new SimulatedRun(300, 1)
                        .users(second -> 1 + second / 3)
                        .wrong(second -> second < 200 ? 0 : 0.03)
                        .findings();

        assertThat(only("wrong_answers", findings).sign()).isEqualTo(Sign.RED_FLAG);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void recoveryAfterASpikeIsMeasured(long seed) {
        DoubleUnaryOperator users = second -> second >= 60 && second < 90 ? 100 : 20;
        var slow =
                new SimulatedRun(240, seed)
                        .users(users)
                        .medianMillis(second -> second >= 60 && second < 140 ? 100 : 20)
                        .findings();
        var quick =
                new SimulatedRun(240, seed)
                        .users(users)
                        .medianMillis(second -> second >= 60 && second < 93 ? 100 : 20)
                        .findings();
        var never =
                new SimulatedRun(240, seed)
                        .users(users)
                        .medianMillis(second -> second >= 60 ? 100 : 20)
                        .findings();

        assertThat(figure(only("slow_recovery", slow), "recovery")).isBetween(49.0, 51.0);
        assertThat(figure(only("quick_recovery", quick), "recovery")).isBetween(2.0, 4.0);
        assertThat(only("no_recovery", never).sign()).isEqualTo(Sign.WARNING);
    }

    @Test
    void anOutburstOfFailuresHasALength() {
        var findings =
                new SimulatedRun(120, 1)
                        .failures("status", second -> second >= 50 && second < 62 ? 0.5 : 0)
                        .findings();

        assertThat(figure(only("outburst", findings), "recovery")).isEqualTo(12);
    }

    @Test
    void failuresThatSpreadAreACascade() {
        Map<String, DoubleUnaryOperator> endpoints = new LinkedHashMap<>();
        endpoints.put("/payments", second -> second < 60 ? 0.001 : 0.5);
        endpoints.put("/orders", second -> second < 75 ? 0.001 : 0.4);
        endpoints.put("/users", second -> second < 90 ? 0.001 : 0.3);
        endpoints.put("/health", _ -> 0.001);

        var finding = only("cascade", new SimulatedRun(150, 1).endpoints(endpoints).findings());

        assertThat(finding.sign()).isEqualTo(Sign.RED_FLAG);
        assertThat(finding.title()).contains("/payments");
        assertThat(figure(finding, "endpoints_failing")).isEqualTo(3);
        assertThat(figure(finding, "spread")).isBetween(26.0, 34.0);
    }

    @Test
    void endpointsThatFailAtOnceAreNoCascade() {
        Map<String, DoubleUnaryOperator> endpoints = new LinkedHashMap<>();
        for (int i = 0; i < 3; i++) {
            endpoints.put("/" + i, second -> second < 60 ? 0 : 0.5);
        }

        assertThat(new SimulatedRun(150, 1).endpoints(endpoints).findings())
                .extracting(Finding::rule)
                .doesNotContain("cascade");
    }

    @Test
    void connectionsThatRunOutAreARedFlag() {
        var findings =
                new SimulatedRun(200, 1)
                        .users(second -> 10 + second / 4)
                        .failures("connect_timeout", second -> second < 120 ? 0 : 0.08)
                        .findings();

        var finding = only("exhaustion", findings);
        assertThat(figure(finding, "load")).isBetween(38.0, 44.0);
        assertThat(finding.words()).contains("connect timeout");
    }

    @Test
    void aTargetWithoutAnyAnswerIsUnresponsive() {
        var findings =
                new SimulatedRun(120, 1)
                        .failures("timeout", second -> second < 80 ? 0 : 1)
                        .findings();

        assertThat(figure(only("unresponsive", findings), "silence")).isBetween(38.0, 40.0);
    }

    @Test
    void oneNodeWithMostOfTheRequestsIsHot() {
        var findings =
                new SimulatedRun(60, 1).nodes(Map.of("a", 0.8, "b", 0.1, "c", 0.1)).findings();
        var even =
                new SimulatedRun(60, 1).nodes(Map.of("a", 0.34, "b", 0.33, "c", 0.33)).findings();

        assertThat(only("hot_node", findings).title()).endsWith(" a");
        assertThat(only("even_spread", even).sign()).isEqualTo(Sign.GOOD);
    }

    @Test
    void theP99Jumps() {
        var findings =
                new SimulatedRun(120, 1)
                        .users(_ -> 100)
                        .medianMillis(second -> second == 70 ? 500 : 20)
                        .findings();

        var finding = only("p99_jumps", findings);
        assertThat(finding.proof().fromNanos()).isEqualTo(70_000_000_000L);
        assertThat(figure(finding, "multiple")).isBetween(18.0, 33.0);
    }

    @Test
    void aLongTailIsAWarning() {
        assertThat(new SimulatedRun(120, 1).sigma(1.2).findings())
                .extracting(Finding::rule)
                .contains("long_tail");
    }

    @Test
    void theWorstComesFirst() {
        var findings =
                new SimulatedRun(600, 1).medianMillis(second -> 20 * (1 + second / 600)).findings();

        assertThat(findings.getFirst().rule()).isEqualTo("degradation");
        assertThat(findings.getLast().sign()).isEqualTo(Sign.GOOD);
    }
}
