package io.spate.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class DemoShopLoadTest {
    private static final Pattern SAMPLE =
            Pattern.compile(
                    "[a-z_]+(\\{[a-z]+=\"[^\"]*\"(,[a-z]+=\"[^\"]*\")*})? [0-9.E+-]+(\n|$)");
    private static final DemoOptions QUICK =
            DemoOptions.defaults().withLatency(Latency.parse("none"));

    private static double sample(String metrics, String nameAndLabels) {
        return metrics.lines()
                .filter(line -> line.startsWith(nameAndLabels + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(nameAndLabels.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(nameAndLabels + " is not in\n" + metrics));
    }

    @Test
    void requestsBeyondTheCapacityWaitAndAreAnsweredInTheEnd() {
        DemoOptions options = QUICK.withLatency(Latency.parse("constant:20ms")).withCapacity(2);
        try (DemoShop shop = DemoShop.start(options);
                ShopClient client = new ShopClient(shop)) {
            List<CompletableFuture<HttpResponse<String>>> pending =
                    IntStream.range(0, 20).mapToObj(i -> client.getLater("/api/health")).toList();
            pending.forEach(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
            String metrics = client.get("/metrics").body();
            String labels = "{method=\"GET\",path=\"/api/health\"}";
            assertThat(sample(metrics, "http_request_duration_seconds_count" + labels))
                    .isEqualTo(20);
            assertThat(sample(metrics, "http_requests_in_flight")).isZero();
            assertThat(sample(metrics, "http_requests_waiting")).isZero();
        }
    }

    /** It is scraped until all requests have arrived, which nothing else tells. */
    @Test
    @Timeout(20)
    void whatWatchesTheShopNeitherWaitsNorFails() {
        DemoOptions options =
                QUICK.withLatency(Latency.parse("constant:60s")).withCapacity(2).withErrorRate(1);
        try (DemoShop shop = DemoShop.start(options);
                ShopClient client = new ShopClient(shop)) {
            List<CompletableFuture<HttpResponse<String>>> pending =
                    IntStream.range(0, 8).mapToObj(i -> client.getLater("/api/health")).toList();
            String metrics = "";
            do {
                HttpResponse<String> scrape = client.get("/metrics");
                assertThat(scrape.statusCode()).isEqualTo(200);
                metrics = scrape.body();
            } while (sample(metrics, "http_requests_waiting") < 6);
            assertThat(sample(metrics, "http_requests_in_flight")).isEqualTo(2);
            pending.forEach(answer -> answer.cancel(true));
        }
    }

    @Test
    void failsAtTheErrorRate() {
        try (DemoShop shop = DemoShop.start(QUICK.withErrorRate(0.3).withSeed(4));
                ShopClient client = new ShopClient(shop)) {
            List<Integer> statuses =
                    Stream.generate(() -> client.get("/api/users"))
                            .limit(500)
                            .map(HttpResponse::statusCode)
                            .toList();
            Draws expected = new Draws(Latency.parse("none"), 0.3, 4);
            assertThat(statuses)
                    .isEqualTo(
                            Stream.generate(() -> expected.fails() ? 500 : 200)
                                    .limit(500)
                                    .toList());
            assertThat(statuses).contains(200, 500);
        }
    }

    @Test
    void reportsItsMetrics() {
        try (DemoShop shop = DemoShop.start(QUICK);
                ShopClient client = new ShopClient(shop)) {
            client.get("/api/users/1");
            client.get("/api/users/2");
            client.get("/api/users/20000");
            client.get("/nowhere");
            client.send("DELETE", "/api/users", "");
            client.post("/api/tasks", ShopClient.JSON, "");
            HttpResponse<String> response = client.get("/metrics");
            assertThat(response.headers().firstValue("content-type").orElse(""))
                    .startsWith("text/plain; version=0.0.4");
            String text = response.body();
            String user = "method=\"GET\",path=\"/api/users/{id}\"";
            assertThat(sample(text, "http_requests_total{" + user + ",status=\"200\"}"))
                    .isEqualTo(2);
            assertThat(sample(text, "http_requests_total{" + user + ",status=\"404\"}"))
                    .isEqualTo(1);
            String unmatched = "method=\"other\",path=\"unmatched\",status=\"404\"";
            assertThat(sample(text, "http_requests_total{" + unmatched + "}")).isEqualTo(1);
            String wrong = "method=\"other\",path=\"/api/users\",status=\"405\"";
            assertThat(sample(text, "http_requests_total{" + wrong + "}")).isEqualTo(1);
            String histogram = "http_request_duration_seconds";
            assertThat(sample(text, histogram + "_bucket{" + user + ",le=\"+Inf\"}")).isEqualTo(3);
            assertThat(sample(text, histogram + "_count{" + user + "}")).isEqualTo(3);
            assertThat(sample(text, "task_queue_enqueued_total")).isEqualTo(1);
            assertThat(sample(text, "http_connections_open")).isGreaterThanOrEqualTo(1);
            assertThat(sample(text, "process_cpu_seconds_total")).isPositive();
            assertThat(sample(text, "jvm_memory_heap_used_bytes")).isPositive();
            assertThat(text.lines().filter(line -> !line.startsWith("#")))
                    .allMatch(line -> matches(SAMPLE, line));
            assertThat(client.get("/api/v1/metrics").body()).contains("latency");
        }
    }

    private static boolean matches(Pattern pattern, String line) {
        Matcher matcher = pattern.matcher(line.replace("+Inf", "Inf").replace("{id}", "id"));
        return matcher.matches();
    }

    @Test
    void aUsedPortIsToldWithTheRemedy() {
        try (DemoShop shop = DemoShop.start(QUICK)) {
            int port = shop.port();
            assertThatThrownBy(() -> DemoShop.start(QUICK.withPort(port)))
                    .isInstanceOf(DemoStartException.class)
                    .hasMessage(
                            "port " + port + " on 127.0.0.1 is in use; choose another with --port");
        }
    }

    @Test
    void aForeignAddressIsToldWithTheRemedy() {
        assertThatThrownBy(() -> DemoShop.start(QUICK.withHost("192.0.2.1")))
                .isInstanceOf(DemoStartException.class)
                .hasMessageContaining("192.0.2.1 is not an address of this machine")
                .hasMessageContaining("--host");
        assertThatThrownBy(() -> DemoShop.start(QUICK.withHost("no-such-host.invalid")))
                .isInstanceOf(DemoStartException.class)
                .hasMessageContaining("host no-such-host.invalid is unknown");
    }

    @Test
    void closeFreesThePort() {
        DemoShop shop = DemoShop.start(QUICK);
        int port = shop.port();
        try (ShopClient client = new ShopClient(shop)) {
            assertThat(client.get("/health").statusCode()).isEqualTo(200);
            shop.close();
            shop.close();
            assertThatThrownBy(() -> client.get("/health")).hasCauseInstanceOf(Exception.class);
        }
        try (DemoShop again = DemoShop.start(QUICK.withPort(port));
                ShopClient client = new ShopClient(again)) {
            assertThat(again.url()).isEqualTo("http://127.0.0.1:" + port);
            assertThat(client.get("/health").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void listeningEverywhereIsReachedAsLocalhost() {
        try (DemoShop shop = DemoShop.start(QUICK.withHost("0.0.0.0"))) {
            assertThat(shop.url()).isEqualTo("http://localhost:" + shop.port());
        }
    }
}
