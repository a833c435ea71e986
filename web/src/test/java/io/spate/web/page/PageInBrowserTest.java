package io.spate.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
class PageInBrowserTest {
    private Browser browser;

    @BeforeAll
    void start(@TempDir Path driver) throws IOException {
        browser = Browser.start(driver);
        PlaywrightAssertions.setDefaultAssertionTimeout(15_000);
    }

    @AfterAll
    void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void listen() {
        browser.noise.clear();
    }

    @AfterEach
    void nothingWasSaidOrAskedOfOthers() {
        assertThat(browser.noise).isEmpty();
    }

    @Test
    void aTestIsStartedSteeredReloadedAndStopped() throws IOException {
        try (var server = MockServer.start();
                var user = browser.user(1280);
                var other = browser.user(1280)) {
            var page = browser.open(user, server.url);
            page.getByLabel("Target").fill("127.0.0.1:8000");
            assertThat(page.locator(".mistake:visible").first()).containsText("no address");
            assertThat(button(page, "Start the test")).isDisabled();
            page.getByLabel("Target").fill("http://127.0.0.1:8000/");
            page.getByLabel("Users", exactly()).fill("20");
            button(page, "Start the test").click();

            assertThat(page.locator(".pill")).hasText("Running");
            assertThat(tile(page, "Requests")).not().hasText("0");
            page.locator("#load-value").fill("30");
            button(page, "Apply").click();
            assertThat(page.locator(".tile").filter(withText("Users"))).containsText("30 asked");

            page.reload();
            assertThat(page.locator(".pill")).hasText("Running");
            assertThat(page.locator("#load-value")).hasValue("30");
            assertThat(page.locator(".uplot").first()).isVisible();

            var second = browser.open(other, server.url);
            button(page, "Pause").click();
            assertThat(second.locator(".pill")).hasText("Paused");
            button(second, "Resume").click();
            assertThat(page.locator(".pill")).hasText("Running");

            button(page, "Stop").click();
            page.getByRole(AriaRole.DIALOG).getByText("Stop", exact()).click();
            assertThat(page.locator(".pill")).hasText("Stopped");
            assertThat(second.locator(".verdict")).containsText("stopped before its end");
            assertThat(tile(second, "Requests")).hasText(tile(page, "Requests").innerText());
            assertThat(page).hasTitle(Pattern.compile("^Stopped"));
        }
    }

    @Test
    void aPublicTargetIsAskedForLoudly() throws IOException {
        try (var server = MockServer.start();
                var user = browser.user(360)) {
            var page = browser.open(user, server.url);
            page.getByLabel("Target").fill("https://shop.example.com/");
            assertThat(page.locator(".public")).containsText("This host is public");
            var start = button(page, "Load shop.example.com");
            assertThat(start).isDisabled();
            page.getByLabel("I am allowed").check();
            assertThat(start).isEnabled();
            assertThat(overflow(page)).isNotPositive();
        }
    }

    @Test
    void aWorkloadIsDrawnByKeyboardAndInNumbers() throws IOException {
        try (var server = MockServer.start();
                var user = browser.user(1280)) {
            var page = browser.open(user, server.url);
            button(page, "Curve").click();
            var handles = page.locator(".curve-editor .handle");
            assertThat(handles).hasCount(4);
            handles.nth(1).press("ArrowUp");
            assertThat(handles.nth(1)).hasAttribute("aria-valuenow", "51");
            handles.nth(1).press("Enter");
            assertThat(handles).hasCount(5);
            handles.nth(2).press("Delete");
            assertThat(handles).hasCount(4);
            page.getByText("As numbers").click();
            page.getByLabel("Load of point 2").fill("80");
            assertThat(handles.nth(1)).hasAttribute("aria-valuenow", "80");
            page.getByLabel("Time of point 2").fill("1m");
            page.getByLabel("Time of point 2").press("Tab");
            assertThat(handles.nth(1)).hasAttribute("aria-valuetext", "80 users at 1m");
        }
    }

    @Test
    void aLostConnectionIsToldAndRecovers() throws IOException {
        String port;
        try (var user = browser.user(1280)) {
            Page page;
            try (var server = MockServer.start("--running", "--seconds", "30")) {
                port = server.port();
                page = browser.open(user, server.url);
                assertThat(page.locator(".pill")).hasText("Running");
                user.setOffline(true);
                assertThat(page.locator(".lost")).isVisible();
                user.setOffline(false);
                assertThat(page.locator(".lost")).hasCount(0);
            }
            assertThat(page.locator(".lost")).isVisible();
            assertThat(page).hasTitle(Pattern.compile("^⚠"));
            try (var _ = MockServer.start("--port", port, "--running", "--seconds", "600")) {
                assertThat(page.locator(".lost")).hasCount(0);
                assertThat(page.locator(".elapsed")).containsText("10m");
                assertThat(page.locator(".legend-x").first()).containsText("10:");
            }
        }
    }

    @Test
    void aDayOfManyEndpointsIsShownAndScrolled() throws IOException {
        try (var server =
                        MockServer.start("--running", "--seconds", "86400", "--endpoints", "5000");
                var user = browser.user(1280)) {
            var page = browser.open(user, server.url);
            assertThat(page.locator(".elapsed")).containsText("24h");
            var box = page.locator(".details .table-box");
            assertThat(page.locator(".details .search")).containsText("5,000 rows");
            assertThat(box.locator("tbody tr").count()).isLessThan(80);
            box.evaluate("it => it.scrollTop = 38 * 4000");
            assertThat(box.getByText("/api/items/4010")).isVisible();
            page.getByLabel("Search endpoints").fill("items/4321");
            assertThat(page.locator(".details .search")).containsText("1 of 5,000");
            assertThat(page.locator(".heat canvas")).isVisible();
        }
    }

    @Test
    void namesAndErrorsAreTextAndNeverCode() throws IOException {
        try (var server = MockServer.start("--running", "--seconds", "60");
                var user = browser.user(1280)) {
            var page = browser.open(user, server.url);
            assertThat(page.getByText("<img src=x onerror=alert(1)>").first()).isVisible();
            page.getByRole(AriaRole.TAB).filter(withText("Failures")).click();
            page.locator(".failures summary").first().click();
            assertThat(page.locator(".exchange")).containsText("<script>alert(1)</script>");
            page.getByRole(AriaRole.TAB).filter(withText("Exceptions")).click();
            assertThat(page.locator(".script-errors")).containsText("<img src=x");
            assertThat(page.locator("main img, main script")).hasCount(0);
        }
    }

    @Test
    void aPasswordIsAskedForAndAWrongOneRefused() throws IOException {
        try (var server = MockServer.start("--password", "right", "--role", "viewer", "--running");
                var user = browser.user(360)) {
            var page = browser.open(user, server.url);
            page.getByLabel("Password").fill("wrong");
            button(page, "Log in").click();
            assertThat(page.getByRole(AriaRole.ALERT).filter(withText("wrong"))).isVisible();
            page.getByLabel("Password").fill("right");
            button(page, "Log in").click();
            assertThat(page.locator(".pill")).hasText("Running");
            assertThat(page.locator(".role")).hasText("Viewer");
            assertThat(page.locator(".controls")).hasCount(0);
            button(page, "Log out").click();
            assertThat(page.getByLabel("Password")).isVisible();
        }
    }

    @Test
    void runsAreFoundReadComparedAndKeptAsBaseline() throws IOException {
        try (var server = MockServer.start();
                var user = browser.user(1280)) {
            var page = browser.open(user, server.url + "/runs");
            assertThat(page.locator(".search")).containsText("60 runs");
            page.getByLabel("Plan", exactly()).selectOption("checkout.yml");
            assertThat(page.locator(".search")).containsText("40 runs");
            page.locator("tbody input").nth(0).check();
            page.locator("tbody input").nth(1).check();
            button(page, "Compare 2 runs").click();
            assertThat(page.locator(".verdict")).isVisible();
            assertThat(page.locator(".uplot")).hasCount(5);
            page.locator(".compared a").first().click();
            assertThat(page.locator(".stored h1")).hasText("checkout.yml");
            button(page, "Make baseline").click();
            assertThat(button(page, "★ Baseline")).isVisible();
            page.locator(".notes button").click();
            page.getByLabel("Notes").fill("<b>after</b> the fix");
            button(page, "Save").click();
            assertThat(page.locator(".notes p")).hasText("<b>after</b> the fix");
            page.goBack();
            assertThat(page.locator(".compared li")).hasCount(2);
            page.getByRole(AriaRole.LINK).filter(withText("Trends")).click();
            assertThat(page.locator(".uplot")).hasCount(3);
        }
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(false))
                .first();
    }

    private static Locator tile(Page page, String label) {
        return page.locator(".tile").filter(withText(label)).first().locator(".tile-value");
    }

    private static Locator.FilterOptions withText(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static Locator.GetByTextOptions exact() {
        return new Locator.GetByTextOptions().setExact(true);
    }

    private static int overflow(Page page) {
        return ((Number)
                        page.evaluate(
                                "document.documentElement.scrollWidth"
                                        + " - document.documentElement.clientWidth"))
                .intValue();
    }
}
