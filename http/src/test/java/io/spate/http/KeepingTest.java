package io.spate.http;

import static io.spate.http.Bench.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.spate.http.wire.FakeConnection;
import io.spate.metrics.KeptRequests.KeptRequest;
import io.spate.metrics.keeping.Keeper;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class KeepingTest {
    private static final long MILLI = 1_000_000;

    private final Bench bench = Bench.atShop();
    private final HttpClient client = bench.client;
    private final FakeConnection connection = bench.network.accepts();

    private void get(String path, String status, String body, long millis) {
        connection.sends(answer(status, body), millis * MILLI);
        client.request("GET", path).send();
    }

    private static long millis(KeptRequest kept) {
        return kept.times().durationNanos() / MILLI;
    }

    @Test
    void noneIsMissingAmongTheSlowest() {
        for (int i = 1; i <= 100; i++) {
            get("/a", "200 OK", "a", i * 37 % 100 * 3 + 1);
            get("/b", "200 OK", "b" + i, i * 37 % 100 * 3 + 401);
            get("/c", "200 OK", "c", i * 37 % 100 * 3 + 2);
        }
        var slowest = bench.snapshot().kept().slowest();

        assertThat(slowest).hasSize(Keeper.SLOWEST_MAX);
        assertThat(slowest.subList(0, 5))
                .allMatch(it -> it.series().tags().get("name").equals("/b"))
                .extracting(KeepingTest::millis)
                .containsExactly(698L, 695L, 692L, 689L, 686L);
        assertThat(slowest.subList(5, 10))
                .extracting(KeepingTest::millis)
                .startsWith(299L, 298L)
                // One more must be slower than the least by a 64th.
                .allMatch(it -> it >= 288);
        assertThat(slowest.getFirst().sent())
                .startsWith("GET /b HTTP/1.1\n")
                .contains("Host: shop.test\n");
        assertThat(slowest.getFirst().received()).startsWith("HTTP/1.1 200 OK\n").contains("\nb");
        assertThat(slowest.getFirst().error()).isEmpty();
    }

    @Test
    void whatWasSlowBeforeDoesNotCountOnceAllIsBegunAnew() {
        for (int i = 0; i < 20; i++) {
            get("/a", "200 OK", "", 500);
        }
        bench.snapshot();
        bench.recorder().keeper().startOver();
        get("/a", "200 OK", "", 5);

        assertThat(bench.snapshot().kept().slowest())
                .extracting(KeepingTest::millis)
                .containsExactly(5L);
    }

    @Test
    void someFailuresOfEachKindAreKept() {
        for (int i = 0; i < 20; i++) {
            get("/a", "500 No", "a" + i, 1);
            get("/b", "404 No", "b" + i, 1);
            get("/a", "200 OK", "", 1);
        }
        var failed = bench.snapshot().kept().failed();

        assertThat(failed).hasSize(2 * Keeper.FAILED_OF_ONE_MAX);
        assertThat(failed.getFirst().received()).endsWith("\na0\n");
        assertThat(failed.get(9).received()).endsWith("\nb4\n");
        assertThat(failed)
                .extracting(it -> it.series().tags().get("error_kind"))
                .containsOnly("status");
    }

    @Test
    void theFirstOfAKindIsKeptHoweverManyThereAre() {
        for (int i = 0; i < 60; i++) {
            for (int j = 0; j < 4; j++) {
                get("/" + i, "500 No", "", 1);
            }
        }
        var failed = bench.snapshot().kept().failed();

        assertThat(failed).hasSize(60 + Keeper.FAILED_MAX);
        assertThat(failed).extracting(it -> it.series().tags().get("name")).contains("/59");
    }

    @Test
    void largeBodiesAreCutBeforeTheyAreLookedAt() {
        connection.sends(
                "HTTP/1.1 500 No\r\nContent-Type: application/json\r\nContent-Length: 3000019\r\n\r\n"
                        + "{\"token\":\"secret\","
                        + "x".repeat(3_000_000));
        client.request("POST", "/").body("y".repeat(50_000), "text/plain").send();
        var failed = bench.snapshot().kept().failed().getFirst();

        assertThat(failed.received()).hasSizeBetween(4_096, 5_000).contains("\"token\":\"***\"");
        assertThat(failed.sent()).hasSizeBetween(4_096, 5_000).endsWith("yyy...\n");
    }

    @Test
    void aLetterIsNotCutInTwo() {
        connection.sends(
                answer("500 No", "ü".repeat(20_000))
                        .replace("20000", "40000")
                        .getBytes(StandardCharsets.UTF_8));
        client.request("GET", "/").send();

        assertThat(bench.snapshot().kept().failed().getFirst().received()).endsWith("üüü...\n");
    }
}
