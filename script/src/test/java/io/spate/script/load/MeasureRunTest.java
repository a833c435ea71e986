package io.spate.script.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.metrics.Aggregate.Distribution;
import io.spate.metrics.Aggregate.Level;
import io.spate.metrics.Selector;
import io.spate.metrics.result.RunResult;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Groups, tags and metrics of a test, through whole runs. */
class MeasureRunTest {
    private static final String TEST =
            """
            import io.spate.script.*;
            import java.time.Duration;

            public class Measures implements LoadTest {
                Counter orders;
                Gauge queue;
                Rate hits;
                Trend price;
                Trend pick;

                public void define(TestBuilder test) {
                    orders = test.counter("orders");
                    queue = test.gauge("queue_length");
                    hits = test.rate("cache_hits");
                    price = test.trend("price");
                    pick = test.timeTrend("pick_time");
                    test.baseUrl(test.env("TARGET"));
                    test.scenario("main").users(2).iterations(10)
                            .threshold("orders", "count==20")
                            .threshold("price", "max<9.76")
                            .task(this::shop);
                    test.threshold("cache_hits", "rate==0.5");
                    test.threshold("group_duration{group:::shop::pay}", "min>=5");
                    test.threshold("pick_time", "avg>1.4");
                }

                void shop(User user) {
                    user.tag("kind", user.iteration() % 2 == 0 ? "even" : "odd");
                    user.group("shop", () -> {
                        user.get("/items").send();
                        user.group("pay", () -> {
                            user.post("/pay").send();
                            user.check("paid", true);
                            user.sleep("5ms");
                        });
                        orders.add(user, 2);
                    });
                    user.get("/bye").send();
                    hits.add(user, true);
                    hits.add(user, false);
                    price.add(user, 9.75);
                    pick.add(user, 1.5);
                    pick.add(user, Duration.ofMillis(2));
                    queue.set(user, 0.25);
                }
            }
            """;

    @TempDir Path folder;

    @Test
    void tagsWhatGroupsRecordAndJudgesMetricsOfTheTest() throws Exception {
        var file = new ScriptFiles(folder).write("Measures.java", TEST);
        try (var server = TinyServer.start(_ -> "")) {
            var result = Runs.run(ScriptFiles.load(file, Runs.env("TARGET", server.url())));

            assertThat(result.total().errors()).isEmpty();
            assertThat(result.verdict().passed()).isTrue();
            assertThat(Runs.count(result, "http_reqs{group:::shop,name:/items}")).isEqualTo(10);
            assertThat(Runs.count(result, "http_reqs{group:::shop::pay,name:/pay}")).isEqualTo(10);
            assertThat(Runs.count(result, "http_reqs{name:/bye}")).isEqualTo(10);
            assertThat(Runs.count(result, "http_reqs{group:::shop,name:/bye}")).isZero();
            assertThat(Runs.count(result, "http_reqs{kind:odd}")).isBetween(15L, 18L);
            assertThat(Runs.ratio(result, "checks{group:::shop::pay}").total()).isEqualTo(10);
            assertThat(Runs.count(result, "orders{group:::shop,scenario:main}")).isEqualTo(20);
            assertThat(durations(result, "group_duration{group:::shop}")).isEqualTo(10);
            assertThat(durations(result, "group_duration{group:::shop::pay}")).isEqualTo(10);
            assertThat(result.total().find(Selector.parse("queue_length")).orElseThrow())
                    .extracting(it -> ((Level) it).last())
                    .isEqualTo(250_000L);
        }
    }

    @Test
    void aGroupThatFailsIsLeft() throws Exception {
        var file =
                new ScriptFiles(folder)
                        .writeTest(
                                "Failing",
                                "test.scenario(\"main\").users(1).iterations(3).task(u -> {",
                                "    u.check(\"outside\", true);",
                                "    u.group(\"a\", () -> { throw new java.io.IOException(\"no\"); });",
                                "});");
        var result = Runs.run(ScriptFiles.load(file));

        assertThat(Runs.ratio(result, "checks{check:outside}").total()).isEqualTo(3);
        assertThat(result.total().find(Selector.parse("checks{group:::a}"))).isEmpty();
        assertThat(durations(result, "group_duration{group:::a}")).isEqualTo(3);
        assertThat(result.total().errors().keySet())
                .singleElement()
                .satisfies(it -> assertThat(it.message()).isEqualTo("IOException: no"));
    }

    private static long durations(RunResult result, String selector) {
        return result.total()
                .find(Selector.parse(selector))
                .map(it -> ((Distribution) it).histogram().count())
                .orElse(0L);
    }
}
