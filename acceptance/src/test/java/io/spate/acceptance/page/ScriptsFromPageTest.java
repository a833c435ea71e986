package io.spate.acceptance.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.spate.acceptance.page.Shown.count;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.spate.demo.DemoOptions;
import io.spate.demo.DemoShop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts of k6 and Locust on the pages of the real commands, which show what the tools print. */
class ScriptsFromPageTest extends InBrowser {
    private static final Pattern K6_REQUESTS = Pattern.compile("http_reqs\\.+: (\\d+)");
    private static final Pattern AGGREGATED =
            Pattern.compile("(?m)^ +Aggregated +(\\d+) +(\\d+)\\(");
    private static final String K6 =
            """
            import http from 'k6/http';
            import { sleep } from 'k6';

            export const options = { vus: 2, duration: '4s' };

            export function setup() {
              console.log('a word of the script');
            }

            export default function () {
              http.get('SHOP/api/users');
              sleep(0.05);
            }
            """;
    private static final String LOCUST =
            """
            from locust import HttpUser, constant, task

            class Visitor(HttpUser):
                host = "SHOP"
                wait_time = constant(0.05)

                @task(3)
                def look(self):
                    self.client.get("/api/users")

                @task
                def lost(self):
                    self.client.get("/nowhere")
            """;

    private DemoShop shop;

    @BeforeAll
    void start() throws Exception {
        shop = DemoShop.start(DemoOptions.defaults());
    }

    @AfterAll
    void stop() {
        if (shop != null) {
            shop.close();
        }
    }

    private void scripts(Path folder) throws IOException {
        Files.writeString(folder.resolve("visit.js"), K6.replace("SHOP", shop.url()));
        Files.writeString(folder.resolve("locustfile.py"), LOCUST.replace("SHOP", shop.url()));
    }

    @Test
    void scriptsAreRunFromTheStartPage(@TempDir Path folder) throws Exception {
        scripts(folder);
        try (var ui = Ui.start(folder, 0);
                var user = user(DESK)) {
            var page = open(user, ui.url() + "/?new");
            begin(page, "visit.js");
            tab(page, "Log").click();
            assertThat(page.locator(".log")).containsText("a word of the script");
            assertThat(state(page)).hasText(Pattern.compile("Passed|Completed"));
            shows(page, ui, K6_REQUESTS);

            page.navigate(ui.url() + "/?new");
            page.locator(".plan").filter(withText("locustfile.py")).click();
            button(page, "Users").click();
            page.getByLabel("Users", exactly()).fill("2");
            page.getByLabel("Started at").fill("10");
            page.getByLabel("For", exactly()).fill("4s");
            begin(page, "locustfile.py");
            assertThat(page.locator(".elapsed")).containsText("of 4.0s");
            assertThat(state(page)).hasText("Failed");
            shows(page, ui, AGGREGATED);
        }
    }

    /** The page counts the requests that were printed last. */
    private static void shows(Page page, Ui ui, Pattern printed) throws IOException {
        var numbers = printed.matcher(ui.printed()).results().map(it -> it.group(1)).toList();
        assertThat(numbers).as(ui.printed()).isNotEmpty();
        assertThat(value(page, "Requests")).hasText(count((double) number(numbers.getLast())));
    }

    @Test
    void locustsPageCountsWhatItsFilesAndTablesDo(@TempDir Path folder) throws Exception {
        scripts(folder);
        var arguments = new String[] {"locust", "--web-port", "0"};
        try (var ui = Ui.start(folder, List.of(), arguments);
                var user = user(DESK)) {
            var page = open(user, ui.url());
            page.getByLabel("Number of users").fill("2");
            page.getByLabel("Spawn rate").fill("10");
            button(page, "Start the test").click();
            assertThat(state(page)).hasText("Running");
            page.locator("#load-value").fill("4");
            page.getByLabel("Users started per second").fill("20");
            button(page, "Apply").click();
            assertThat(value(page, "Users")).hasText("4");
            assertThat(value(page, "Requests")).hasText(Pattern.compile("\\d{2,}"));
            stop(page);
            assertThat(state(page)).hasText("Failed");

            var csv = page.request().get(ui.url() + "/stats/requests/csv").text();
            rowsAre(page, csv);
            ui.running().signal("INT");
            assertThat(ui.running().await().exitCode()).isEqualTo(1);
            shows(page, ui, AGGREGATED);
        }
    }

    /** Requests and failures of each endpoint, and of all. */
    private static void rowsAre(Page page, String csv) {
        var table = page.locator(".details table").first();
        for (var line : csv.lines().skip(1).toList()) {
            var cells = line.split(",", -1);
            var row =
                    cells[1].equals("Aggregated")
                            ? table.locator("tfoot tr")
                            : table.locator("tbody tr").filter(withText(cells[1]));
            var texts = row.locator("th, td").allInnerTexts();
            assertThat(List.of(texts.get(1), texts.get(2)))
                    .as(csv)
                    .isEqualTo(
                            List.of(
                                    count(Double.parseDouble(cells[2])),
                                    count(Double.parseDouble(cells[3]))));
        }
    }
}
