package io.spate.acceptance.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.spate.demo.DemoOptions;
import io.spate.demo.DemoShop;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a page does whose server cannot be reached for a while. */
class ConnectionInBrowserTest extends InBrowser {
    private static final String HEALTH = "/api/health";

    @TempDir Path folder;
    private DemoShop shop;

    @BeforeAll
    void openShop() {
        shop = DemoShop.start(DemoOptions.defaults());
    }

    @AfterAll
    void closeShop() {
        if (shop != null) {
            shop.close();
        }
    }

    private void begin(Page page) {
        page.getByLabel("Target").fill(shop.url() + HEALTH);
        page.getByLabel("Users", exactly()).fill("2");
        page.getByLabel("For", exactly()).fill("5m");
        button(page, "Start the test").click();
        assertThat(state(page)).hasText("Running");
    }

    @Test
    void aConnectionThatIsCutAndMendedLosesNothing() throws Exception {
        try (var ui = Ui.start(folder, 0);
                var relay = new Relay(ui.port());
                var user = user(DESK)) {
            var page = open(user, relay.url());
            begin(page);
            assertThat(page.locator(".elapsed")).containsText(Pattern.compile("^[2-9]"));
            relay.cut();
            assertThat(page.locator(".lost")).isVisible();
            assertThat(page).hasTitle(Pattern.compile("^⚠"));
            var before = value(page, "Requests").innerText();
            button(page, "Pause").click();
            assertThat(page.locator(".notice.bad")).containsText("cannot be reached");
            // The run goes on meanwhile, as another way to the server shows.
            try (var other = user(PHONE)) {
                var second = open(other, ui.url());
                assertThat(state(second)).hasText("Running");
                assertThat(value(second, "Requests")).not().hasText(before);
            }

            relay.mend();
            assertThat(page.locator(".lost")).hasCount(0);
            assertThat(value(page, "Requests")).not().hasText(before);
            stop(page);
            assertThat(state(page)).hasText("Stopped");
            var timeline = page.request().get(ui.url() + "/api/v1/run/timeline").text();
            assertThat(timeline).contains("\"interval_ms\":1000");
            // No second is missing from what is drawn: the axis begins with the run.
            assertThat(page.locator("#load .uplot")).isVisible();
        }
    }

    @Test
    void aServerThatIsStartedAnewIsFoundAgain() throws Exception {
        try (var user = user(DESK)) {
            Page page;
            int port;
            try (var ui = Ui.start(folder, 0)) {
                port = ui.port();
                page = open(user, ui.url());
                begin(page);
            }
            assertThat(page.locator(".lost")).isVisible();
            try (var ui = Ui.start(folder, port)) {
                assertThat(page.locator(".lost")).hasCount(0);
                // It knows of no run; what a page sends must have the new server's token.
                begin(page);
                stop(page);
                assertThat(state(page)).hasText("Stopped");
                assertThat(page.url()).startsWith(ui.url());
            }
        }
    }
}
