package io.spate.k6.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.spate.engine.portion.Portion;
import io.spate.metrics.Metric;
import io.spate.net.tls.TlsSettings;
import io.spate.net.tls.TlsVersion;
import io.spate.plan.Executor;
import io.spate.plan.RateStage;
import io.spate.plan.Stage;
import io.spate.script.ScriptException;
import io.spate.script.SourceProblem;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class OptionsReaderTest {
    private static Tier script(String json) {
        return new Tier("script.js", (ObjectNode) JsonMapper.shared().readTree(json), "");
    }

    private static K6Options read(Tier... tiers) {
        return OptionsReader.read(Arrays.asList(tiers), List.of(Metric.rate("errors")));
    }

    private static Executor executor(Tier... tiers) {
        return read(tiers).scenarios().getFirst().scenario().executor();
    }

    private static Portion portion(String segment, String sequence) {
        return read(script(
                        """
                        {"executionSegment": "%s", "executionSegmentSequence": "%s"}
                        """
                                .formatted(segment, sequence)))
                .portion();
    }

    @Test
    void segmentsArePortionsOfTheWhole() {
        assertThat(read(script("{}")).portion().isWhole()).isTrue();
        assertThat(portion("0:1", "").isWhole()).isTrue();
        assertThat(portion("1/4", "").fraction()).isEqualTo(0.25);
        assertThat(portion("25%:0.75", "").share(8)).isEqualTo(4);
        assertThat(
                        List.of("0:1/3", "1/3:0.5", "50%:1").stream()
                                .mapToLong(it -> portion(it, "0,1/3,1/2,1").share(1_001))
                                .sum())
                .isEqualTo(1_001);
    }

    @Test
    void segmentsThatAreNoneAreTold() {
        for (var wrong : List.of("1:0", "a:b", "0:1:2", "0:2", "1/0")) {
            assertThat(catchThrowableOfType(ScriptException.class, () -> portion(wrong, "")))
                    .as(wrong)
                    .hasMessageContaining("must be FROM:TO within 0 and 1");
        }
        assertThat(catchThrowableOfType(ScriptException.class, () -> portion("0:1/2", "0,1/3,1")))
                .hasMessageContaining("is no part of the sequence");
        assertThat(catchThrowableOfType(ScriptException.class, () -> portion("0:1/2", "0,1/2")))
                .hasMessageContaining("must rise from 0 to 1");
        assertThat(catchThrowableOfType(ScriptException.class, () -> portion("0:0.123456789", "")))
                .hasMessageContaining("too many digits");
    }

    @Test
    void withoutAnythingThereIsOneIteration() {
        assertThat(executor(script("{}")))
                .isEqualTo(new Executor.PerVuIterations(1, 1, Duration.ofMinutes(10)));
    }

    @Test
    void shortFormsStandForExecutors() {
        assertThat(executor(script("{\"vus\": 5, \"duration\": \"10s\"}")))
                .isEqualTo(new Executor.ConstantVus(5, Duration.ofSeconds(10)));
        assertThat(executor(script("{\"vus\": 5, \"iterations\": 10, \"duration\": \"1m\"}")))
                .isEqualTo(new Executor.SharedIterations(5, 10, Duration.ofMinutes(1)));
        assertThat(executor(script("{\"stages\": [{\"duration\": \"30s\", \"target\": 20}]}")))
                .isEqualTo(
                        new Executor.RampingVus(1, List.of(new Stage(Duration.ofSeconds(30), 20))));
    }

    @Test
    void aStrongerTierTakesAwayHowLongOthersRun() {
        var flags = Tier.ofFlags(Map.of("iterations", "3"), Map.of());
        var stages = script("{\"vus\": 2, \"stages\": [{\"duration\": \"30s\", \"target\": 20}]}");

        assertThat(executor(stages, flags))
                .isEqualTo(new Executor.SharedIterations(2, 3, Duration.ofMinutes(10)));
    }

    @Test
    void theEnvironmentWinsOverTheScriptAndFlagsOverBoth() {
        var script = script("{\"duration\": \"10s\", \"vus\": 1, \"userAgent\": \"a\"}");
        var env = Tier.ofEnvironment(Map.of("K6_VUS", "2", "K6_USER_AGENT", "b"));
        var flags = Tier.ofFlags(Map.of("vus", "3"), Map.of("team", "shop"));
        var options = read(script, env, flags);

        assertThat(options.scenarios().getFirst().scenario().executor().maxVus()).isEqualTo(3);
        assertThat(options.http().headers()).containsEntry("User-Agent", "b");
        assertThat(options.tags()).containsEntry("team", "shop");
    }

    @Test
    void scenariosMapToExecutors() {
        var options =
                read(
                        script(
                                """
                                {"scenarios": {
                                  "rate": {"executor": "constant-arrival-rate", "rate": 60,
                                    "timeUnit": "1m", "duration": "30s", "preAllocatedVUs": 2,
                                    "maxVUs": 5, "exec": "buy", "env": {"A": "b"},
                                    "tags": {"kind": "x"}, "startTime": "5s"},
                                  "ramp": {"executor": "ramping-arrival-rate", "startRate": 10,
                                    "stages": [{"duration": 1000, "target": 20}],
                                    "preAllocatedVUs": 1},
                                  "each": {"executor": "per-vu-iterations", "vus": 2,
                                    "iterations": 3, "gracefulStop": "1s"}}}
                                """));
        var first = options.scenarios().getFirst();

        assertThat(first.scenario().executor())
                .isEqualTo(new Executor.ConstantArrivalRate(1, Duration.ofSeconds(30), 2, 5));
        assertThat(first.scenario().startTime()).isEqualTo(Duration.ofSeconds(5));
        assertThat(first.exec()).isEqualTo("buy");
        assertThat(first.env()).containsEntry("A", "b");
        assertThat(first.scenario().tags().get("kind")).isEqualTo("x");
        assertThat(((Executor.RampingArrivalRate) executorOf(options, 1)).stages())
                .containsExactly(new RateStage(Duration.ofSeconds(1), 20));
        assertThat(executorOf(options, 2))
                .isEqualTo(new Executor.PerVuIterations(2, 3, Duration.ofMinutes(10)));
        assertThat(options.scenarios().get(2).scenario().gracefulStop())
                .isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void usersControlledFromOutsideHaveALimit() {
        var options =
                read(
                        script(
                                """
                                {"scenarios": {
                                  "a": {"executor": "externally-controlled", "vus": 2, "maxVUs": 5,
                                    "duration": "30s"},
                                  "b": {"executor": "externally-controlled", "vus": 3, "duration": 0},
                                  "c": {"executor": "constant-vus", "vus": 3, "duration": "1s"}}}
                                """));

        assertThat(executorOf(options, 0))
                .isEqualTo(new Executor.ConstantVus(2, Duration.ofSeconds(30)));
        assertThat(options.scenarios())
                .extracting(ScenarioSpec::usersMax)
                .containsExactly(OptionalInt.of(5), OptionalInt.of(3), OptionalInt.empty());
        assertThat(((Executor.ConstantVus) executorOf(options, 1)).duration())
                .isGreaterThan(Duration.ofDays(300));
        assertThat(options.scenarios().getFirst().scenario().gracefulStop()).isZero();
    }

    @Test
    void usersControlledFromOutsideHaveNoTimeToEnd() {
        assertThat(ExecutorKind.EXTERNALLY_CONTROLLED.takes("gracefulStop")).isFalse();
        assertThat(ExecutorKind.EXTERNALLY_CONTROLLED.takes("maxVUs")).isTrue();
        assertThat(ExecutorKind.CONSTANT_VUS.takes("gracefulStop")).isTrue();
        assertThat(ExecutorKind.CONSTANT_VUS.takes("maxVUs")).isFalse();
    }

    private static Executor executorOf(K6Options options, int index) {
        return options.scenarios().get(index).scenario().executor();
    }

    @Test
    void thresholdsHaveALongForm() {
        var thresholds =
                read(script(
                                """
                                {"thresholds": {"errors": ["rate<0.1"],
                                  "http_req_duration{status:200}": [{"threshold":
                                  "p(95)<500", "abortOnFail": true,
                                  "delayAbortEval": "10s"}]}}
                                """))
                        .thresholds();

        assertThat(thresholds).hasSize(2);
        assertThat(thresholds.get(1).abortOnFail()).isTrue();
        assertThat(thresholds.get(1).delayAbortEval()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void everyMistakeIsToldWithItsPlace() {
        var source =
                """
                export const options = {
                  vus: 'ten',
                  duration: '5s',
                  thresholds: { http_reqs: ['p(95)<'] },
                };
                """;
        var tier =
                new Tier(
                        "a.js",
                        (ObjectNode)
                                JsonMapper.shared()
                                        .readTree(
                                                "{\"vus\": \"ten\", \"duration\": \"5s\","
                                                        + " \"thresholds\": {\"http_reqs\":"
                                                        + " [\"p(95)<\"]}}"),
                        source);

        var thrown = catchThrowableOfType(ScriptException.class, () -> read(tier));

        assertThat(thrown.problems()).extracting(SourceProblem::line).containsExactly(2, 4);
    }

    @Test
    void optionsOfConnectionsAreRead() throws Exception {
        var options =
                read(
                        script(
                                """
                                {"rps": 5, "noVUConnectionReuse": true, "httpDebug": "full",
                                 "blacklistIPs": ["10.0.0.0/8", "::1"],
                                 "tlsVersion": {"min": "tls1.0", "max": "tls1.2"},
                                 "tlsCipherSuites": ["TLS_AES_128_GCM_SHA256"]}
                                """));

        assertThat(options.withoutEffect()).isEmpty();
        assertThat(options.settings().rate()).isEqualTo(5);
        assertThat(options.settings().keepConnections()).isFalse();
        assertThat(options.debug()).isEqualTo(K6Options.Debug.FULL);
        var blocks = options.network().blockedAddresses();
        assertThat(AddressBlock.anyHas(blocks, InetAddress.ofLiteral("10.1.2.3"))).isTrue();
        assertThat(AddressBlock.anyHas(blocks, InetAddress.ofLiteral("11.1.2.3"))).isFalse();
        assertThat(AddressBlock.anyHas(blocks, InetAddress.ofLiteral("::1"))).isTrue();
        var tls = options.network().tls().over(TlsSettings.DEFAULT);
        assertThat(tls.versionMin()).isEqualTo(TlsVersion.TLS_1_2);
        assertThat(tls.versionMax()).isEqualTo(TlsVersion.TLS_1_2);
        assertThat(tls.cipherSuites()).containsExactly("TLS_AES_128_GCM_SHA256");
    }

    @Test
    void wrongOptionsOfConnectionsAreTold() {
        var thrown =
                catchThrowableOfType(
                        ScriptException.class,
                        () ->
                                read(
                                        script(
                                                """
                                                {"blacklistIPs": ["10.0.0.0/99"],
                                                 "tlsVersion": "tls1.1",
                                                 "tlsAuth": [{"cert": "none", "key": "none"}]}
                                                """)));

        assertThat(thrown.problems())
                .extracting(it -> it.message())
                .anyMatch(it -> it.contains("blacklistIPs"))
                .anyMatch(it -> it.contains("nothing older"))
                .anyMatch(it -> it.contains("tlsAuth[0].cert"));
    }

    @Test
    void unknownOptionsWarnAndThoseWithoutEffectAreNamed() {
        var options =
                read(
                        script(
                                """
                                {"vuz": 1, "cloud": {}, "scenarios": {"one": {"executor": "ramping-vus",
                                 "gracefulRampDown": "1s", "stages": [{"duration": "1s", "target": 1}]}}}
                                """));

        assertThat(options.warnings()).singleElement().asString().contains("vuz");
        assertThat(options.withoutEffect()).containsExactly("gracefulRampDown");
    }
}
