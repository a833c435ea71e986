package io.spate.acceptance.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.spate.acceptance.page.Shown.brief;
import static io.spate.acceptance.page.Shown.count;
import static io.spate.acceptance.page.Shown.percent;
import static io.spate.acceptance.page.Shown.time;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tests that are started, steered and read on the page of the real command. */
class RunFromPageTest extends InBrowser {
    private static final Pattern REQUESTS = Pattern.compile("http_reqs\\.+: ([\\d,]+)");
    private static final Pattern STARTED = Pattern.compile("Kept as run (\\w+)");

    @TempDir Path folder;
    private ShopUi ui;

    @BeforeAll
    void start(@TempDir Path home) throws Exception {
        ui = ShopUi.start(home, 0.05, 7, "latency: {p95: 10s}");
    }

    @AfterAll
    void stop() {
        if (ui != null) {
            ui.close();
        }
    }

    @Test
    void whatThePageShowsAtTheEndIsWhatTheCommandSays() throws Exception {
        try (var user = user(DESK);
                var other = user(DESK)) {
            var page = open(user, ui.url() + "/?new");
            begin(page, ShopUi.SHORT);
            var second = open(other, ui.url());
            assertThat(state(second)).hasText("Running");
            page.locator("#load-value").fill("4");
            button(page, "Apply").click();
            assertThat(value(second, "Users")).hasText("4");
            long before = number(value(page, "Requests").innerText());
            page.reload();
            assertThat(page.locator("#load-value")).hasValue("4");
            assertThat(value(page, "Requests")).hasText(Pattern.compile("[1-9].*"));
            assertThat(number(value(page, "Requests").innerText())).isGreaterThanOrEqualTo(before);

            for (var each : List.of(page, second)) {
                assertThat(state(each)).hasText("Passed");
            }
            var results = json(page, "/api/v1/run/download?format=json");
            for (var each : List.of(page, second)) {
                tilesAre(each, results.path("totals"));
                rowsAre(each, results);
            }
            var printed = ui.ui().printed();
            var requests = REQUESTS.matcher(printed);
            assertThat(requests.find()).as(printed).isTrue();
            assertThat(number(requests.group(1)))
                    .isEqualTo(results.path("totals").path("requests").asLong());
            assertThat(results.path("totals").path("vus_max").asInt()).isEqualTo(4);
            isKept(page, printed, results);
        }
    }

    private static void tilesAre(Page page, JsonNode totals) {
        var times = totals.path("service_time_ms");
        Map<String, String> tiles = new HashMap<>();
        tiles.put("Requests", count(totals.path("requests").asDouble()));
        tiles.put("Request rate", brief(totals.path("requests_per_second").asDouble()));
        tiles.put("Failures", percent(totals.path("failure_rate").asDouble()));
        tiles.put("p50", time(times.path("med").asDouble()));
        tiles.put("p95", time(times.path("p95").asDouble()));
        tiles.put("p99", time(times.path("p99").asDouble()));
        tiles.put("Slowest", time(times.path("max").asDouble()));
        tiles.forEach((label, expected) -> assertThat(value(page, label)).hasText(expected));
        assertThat(tile(page, "Requests"))
                .containsText(count(totals.path("iterations").asDouble()) + " iterations");
    }

    /** The table has each endpoint with the figures of the document, and their sum. */
    private static void rowsAre(Page page, JsonNode results) {
        List<List<String>> expected = new ArrayList<>();
        for (var it : results.path("endpoints")) {
            var name = it.path("method").asString() + " " + it.path("name").asString();
            var times = it.path("service_time_ms");
            expected.add(
                    List.of(
                            name,
                            count(it.path("requests").asDouble()),
                            count(it.path("failures").asDouble()),
                            brief(times.path("med").asDouble()),
                            brief(times.path("p95").asDouble()),
                            brief(times.path("p99").asDouble()),
                            brief(times.path("max").asDouble())));
        }
        assertThat(page.locator(".details tfoot"))
                .containsText(count(results.path("totals").path("requests").asDouble()));
        assertThat(cells(page.locator(".details tbody tr:not(.spacer)")))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    /** Without the shares, the rates, the mean and the line, which follow from the others. */
    private static List<List<String>> cells(Locator rows) {
        List<List<String>> all = new ArrayList<>();
        for (var row : rows.all()) {
            var texts = row.locator("th, td").allInnerTexts();
            all.add(
                    List.of(
                            texts.get(0).replaceAll("\\s+", " ").strip(),
                            texts.get(1),
                            texts.get(2),
                            texts.get(5),
                            texts.get(6),
                            texts.get(7),
                            texts.get(9)));
        }
        return all;
    }

    private void isKept(Page page, String printed, JsonNode results) {
        var id = STARTED.matcher(printed);
        assertThat(id.find()).as(printed).isTrue();
        page.getByText("Full results").click();
        assertThat(page).hasURL(ui.url() + "/runs/" + id.group(1));
        assertThat(value(page, "Requests"))
                .hasText(count(results.path("totals").path("requests").asDouble()));
        var kept = json(page, "/api/v1/runs/" + id.group(1)).path("results");
        assertThat(kept.path("totals")).isEqualTo(results.path("totals"));
    }

    @Test
    void everyShapeOfALoadCanBeRun() {
        try (var user = user(DESK)) {
            var page = open(user, ui.url() + "/?new");
            page.locator(".plan").filter(withText(ShopUi.LONG)).click();
            button(page, "Curve").click();
            for (var shape : List.of("Ramp", "Steps", "Spike", "Waves")) {
                var checked =
                        page.waitForResponse("**/plans/check", () -> button(page, shape).click());
                assertThat(checked.status()).as(checked.text()).isEqualTo(200);
                assertThat(button(page, "Start the test")).isEnabled();
            }
        }
    }

    @Test
    void oneSteersAndTheOtherSeesIt() {
        try (var user = user(DESK);
                var other = user(PHONE)) {
            var page = open(user, ui.url() + "/?new");
            begin(page, ShopUi.LONG);
            var second = open(other, ui.url());
            button(page, "Pause").click();
            assertThat(state(second)).hasText("Paused");
            button(second, "Resume").click();
            assertThat(state(page)).hasText("Running");

            assertThat(value(page, "Requests")).hasText(Pattern.compile("\\d{3,}"));
            long before = number(value(page, "Requests").innerText());
            button(second, "Reset").click();
            button(second, "Begin anew").click();
            page.waitForCondition(() -> number(value(page, "Requests").innerText()) < before);

            stop(second);
            assertThat(state(page)).hasText("Stopped");
            assertThat(page.locator(".verdict")).containsText("stopped before its end");
            assertThat(value(second, "Requests")).hasText(value(page, "Requests").innerText());
            assertThat(page.locator(".controls .button.danger")).hasCount(0);
            assertThat(overflow(second)).isNotPositive();
        }
    }

    private JsonNode json(Page page, String path) {
        return JsonMapper.shared().readTree(page.request().get(ui.url() + path).text());
    }
}
