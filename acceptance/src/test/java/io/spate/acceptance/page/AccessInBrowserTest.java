package io.spate.acceptance.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.spate.demo.DemoOptions;
import io.spate.demo.DemoShop;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is let in, and what they may do there. */
class AccessInBrowserTest extends InBrowser {
    private static final String OPERATOR = "open sesame";
    private static final String VIEWER = "only looking";

    @TempDir Path folder;

    private static void logIn(Page page, String password) {
        page.getByLabel("Password").fill(password);
        button(page, "Log in").click();
    }

    private Ui guarded() throws Exception {
        return Ui.start(
                folder, 0, "SPATE_WEB_PASSWORD=" + OPERATOR, "SPATE_WEB_VIEWER_PASSWORD=" + VIEWER);
    }

    @Test
    void operatorsSteerAndViewersLook() throws Exception {
        try (var shop = DemoShop.start(DemoOptions.defaults());
                var ui = guarded();
                var user = user(DESK);
                var other = user(PHONE)) {
            var page = open(user, ui.url() + "/runs");
            assertThat(page.getByRole(AriaRole.NAVIGATION)).hasCount(0);
            logIn(page, "not the one");
            assertThat(page.getByRole(AriaRole.ALERT).filter(withText("wrong"))).isVisible();
            logIn(page, OPERATOR);
            assertThat(page.locator("h1")).hasText("Runs");
            page.getByText("Test", new Page.GetByTextOptions().setExact(true)).click();
            page.getByLabel("Target").fill(shop.url() + "/api/health");
            button(page, "Start the test").click();
            assertThat(state(page)).hasText("Running");

            var second = open(other, ui.url());
            logIn(second, VIEWER);
            assertThat(state(second)).hasText("Running");
            assertThat(second.locator(".role")).hasText("Viewer");
            assertThat(second.locator(".controls")).hasCount(0);
            assertThat(value(second, "Requests")).not().hasText("0");
            var refused = second.request().post(ui.url() + "/api/v1/run/stop");
            assertThat(refused.status()).isEqualTo(403);
            assertThat(state(second)).hasText("Running");

            stop(page);
            assertThat(state(second)).hasText("Stopped");
            assertThat(second.getByText("New test")).hasCount(0);
            button(second, "Log out").click();
            assertThat(second.getByLabel("Password")).isVisible();
            second.goBack();
            assertThat(second.getByLabel("Password")).isVisible();
            assertThat(state(second)).hasCount(0);
        }
    }

    @Test
    void whoGuessesHasToWait() throws Exception {
        try (var ui = guarded();
                var user = user(PHONE)) {
            var page = open(user, ui.url());
            var told = page.locator("#password-wrong");
            for (int i = 0; i < 4; i++) {
                logIn(page, "guess " + i);
                assertThat(told).hasText("This password is wrong.");
                page.reload();
            }
            logIn(page, "guess 5");
            assertThat(told).not().isEmpty();
            logIn(page, OPERATOR);
            assertThat(told).hasText(Pattern.compile("Too many attempts. Try again in \\d+ s."));
            assertThat(overflow(page)).isNotPositive();
            // The wait after the fifth is a second.
            page.waitForTimeout(1_500);
            logIn(page, OPERATOR);
            assertThat(page.locator("h1")).hasText("New test");
        }
    }
}
