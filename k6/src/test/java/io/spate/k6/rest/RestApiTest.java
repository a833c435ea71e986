package io.spate.k6.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spate.k6.options.K6Options;
import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Metric;
import io.spate.metrics.Series;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;
import io.spate.plan.Executor;
import io.spate.plan.Scenario;
import io.spate.plan.TestPlan;
import io.spate.plan.WarmUp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RestApiTest {
    private final FakeSteering steering = new FakeSteering();
    private final LiveTotal live = new LiveTotal();
    private final RestApi api =
            new RestApi(
                    new TestPlan(
                            "plan",
                            "",
                            List.of(
                                    Scenario.of(
                                            "default",
                                            new Executor.ConstantVus(5, Duration.ofSeconds(9)))),
                            List.of(),
                            Tags.NONE,
                            List.of(),
                            WarmUp.NONE,
                            1),
                    new K6Options.Summary(K6Options.Summary.TREND_STATS, ""),
                    live,
                    steering);

    private static final class FakeSteering implements Steering {
        private final List<String> done = new ArrayList<>();
        private Optional<String> data = Optional.of("{\"a\":1}");
        private OptionalInt usersMax = OptionalInt.empty();

        @Override
        public State state() {
            return new State(
                    Phase.RUNNING,
                    done.contains("pause true"),
                    done.contains("stop"),
                    false,
                    data,
                    usersMax);
        }

        @Override
        public void pause(boolean paused) {
            done.add("pause " + paused);
        }

        @Override
        public void scale(OptionalInt users, OptionalInt most) {
            if (users.orElse(0) > 100) {
                throw new IllegalArgumentException("too many");
            }
            users.ifPresent(it -> done.add("scale " + it));
            usersMax = most.isPresent() ? most : usersMax;
        }

        @Override
        public void stop() {
            done.add("stop");
        }

        @Override
        public Once once() {
            return new Once() {
                @Override
                public void setupData(Optional<String> json) {
                    data = json;
                }

                @Override
                public void setup() {
                    if (done.contains("setup")) {
                        throw new IllegalStateException("again");
                    }
                    done.add("setup");
                    data = Optional.of("[1]");
                }

                @Override
                public void teardown() {
                    done.add("teardown");
                }
            };
        }
    }

    private static Series series(Metric metric, String... tags) {
        var all = Tags.NONE;
        for (int i = 0; i < tags.length; i += 2) {
            all = all.with(tags[i], tags[i + 1]);
        }
        return new Series(metric, all);
    }

    private void measured() {
        live.accept(
                new Snapshot(
                        0,
                        2_000_000_000L,
                        Map.of(
                                series(BuiltinMetrics.VUS), new Aggregate.Level(3, 1, 3, 3),
                                series(BuiltinMetrics.HTTP_REQS, "group", "::shop::pay"),
                                        new Aggregate.Count(10),
                                series(BuiltinMetrics.CHECKS, "group", "::shop", "check", "is up"),
                                        new Aggregate.Ratio(2, 3)),
                        Map.of()));
    }

    private String get(String path) {
        var answer = api.answer("GET", path, "");
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    private RestApi.Answer patch(String attributes) {
        return api.answer(
                "PATCH",
                "/v1/status",
                "{\"data\":{\"type\":\"status\",\"id\":\"default\",\"attributes\":%s}}"
                        .formatted(attributes));
    }

    @Test
    void tellsTheStatus() {
        measured();

        assertThat(get("/v1/status"))
                .isEqualTo(
                        "{\"data\":{\"type\":\"status\",\"id\":\"default\",\"attributes\":"
                                + "{\"status\":7,\"paused\":false,\"vus\":3,\"vus-max\":5,"
                                + "\"stopped\":false,\"running\":true,\"tainted\":false}}}");
        assertThat(get("/ping")).isEqualTo("ok");
    }

    @Test
    void pausesScalesAndStops() {
        assertThat(patch("{\"paused\":true,\"vus\":7}").body()).contains("\"paused\":true");
        assertThat(patch("{\"vus-max\":9}").body()).contains("\"vus-max\":9");
        patch("{\"paused\":true}");
        assertThat(patch("{\"stopped\":true}").body()).contains("\"stopped\":true");

        assertThat(steering.done).containsExactly("scale 7", "pause true", "stop");
    }

    @Test
    void tellsWhatIsWrongWithARequest() {
        assertThat(patch("{\"vus\":101}"))
                .isEqualTo(
                        new RestApi.Answer(
                                400,
                                "{\"errors\":[{\"status\":\"400\",\"title\":\"Bad Request\","
                                        + "\"detail\":\"too many\"}]}"));
        assertThat(api.answer("PATCH", "/v1/status", "{").status()).isEqualTo(400);
        assertThat(api.answer("DELETE", "/v1/metrics", "").status()).isEqualTo(405);
        assertThat(api.answer("GET", "/v1/metrics/none", "").status()).isEqualTo(404);
        assertThat(api.answer("GET", "/else", "").status()).isEqualTo(404);
        assertThat(api.answer("GET", "/v1/teardown", "").status()).isEqualTo(405);
        assertThat(api.answer("DELETE", "/v1/setup", "").status()).isEqualTo(405);
    }

    @Test
    void listsMetrics() {
        measured();

        assertThat(get("/v1/metrics/http_reqs"))
                .isEqualTo(
                        "{\"data\":{\"type\":\"metrics\",\"id\":\"http_reqs\",\"attributes\":"
                                + "{\"type\":\"counter\",\"contains\":\"default\",\"tainted\":null,"
                                + "\"sample\":{\"count\":10.0,\"rate\":5.0}}}}");
        assertThat(get("/v1/metrics"))
                .contains("\"id\":\"vus\"")
                .contains("\"sample\":{\"value\":3.0}");
    }

    @Test
    void listsGroupsAsATree() {
        measured();

        var root = "d41d8cd98f00b204e9800998ecf8427e";
        assertThat(get("/v1/groups"))
                .startsWith("{\"data\":[{\"type\":\"groups\",\"id\":\"" + root + "\"")
                .contains("\"path\":\"::shop::pay\",\"name\":\"pay\",\"checks\":null")
                .contains("\"name\":\"is up\",\"path\":\"::shop::is up\",\"passes\":2,\"fails\":1");
        assertThat(get("/v1/groups/" + root)).contains("\"parent\":{\"data\":null}");
    }

    @Test
    void givesAndTakesWhatSetupReturned() {
        assertThat(get("/v1/setup")).contains("\"attributes\":{\"data\":{\"a\":1}}");
        api.answer("PUT", "/v1/setup", "{\"b\": 2}");
        assertThat(get("/v1/setup")).contains("\"attributes\":{\"data\":{\"b\":2}}");
        api.answer("PUT", "/v1/setup", "");
        assertThat(get("/v1/setup")).contains("\"attributes\":{\"data\":null}");
    }

    @Test
    void runsSetupAndTeardown() {
        assertThat(api.answer("POST", "/v1/setup", ""))
                .isEqualTo(
                        new RestApi.Answer(
                                200,
                                "{\"data\":{\"type\":\"setupData\",\"id\":\"default\","
                                        + "\"attributes\":{\"data\":[1]}}}"));
        assertThat(api.answer("POST", "/v1/setup", ""))
                .isEqualTo(
                        new RestApi.Answer(
                                500,
                                "{\"errors\":[{\"status\":\"500\",\"title\":\"Error executing"
                                        + " setup\",\"detail\":\"again\"}]}"));
        assertThat(api.answer("POST", "/v1/teardown", "")).isEqualTo(new RestApi.Answer(200, ""));
        assertThat(steering.done).containsExactly("setup", "teardown");
    }

    @Test
    void listensOnThisMachineAlone() {
        assertThat(RestServer.loopback("localhost:6565").getPort()).isEqualTo(6565);
        assertThat(RestServer.loopback(":6565").getAddress().isLoopbackAddress()).isTrue();
        assertThat(RestServer.loopback("[::1]:1").getAddress().isLoopbackAddress()).isTrue();
        assertThatThrownBy(() -> RestServer.loopback("0.0.0.0:6565"))
                .hasMessageContaining("on this machine alone");
        assertThatThrownBy(() -> RestServer.loopback("localhost"))
                .hasMessageContaining("is no address");
    }
}
