package io.spate.acceptance.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** On a server that makes its figures up, so that they and its failures can be chosen. */
class PageInBrowserTest extends InBrowser {
    @Test
    void aTestIsStartedSteeredReloadedAndStopped() throws IOException {
        try (var server = MockServer.start();
                var user = user(DESK);
                var other = user(DESK)) {
            var page = open(user, server.url);
            page.getByLabel("Target").fill("127.0.0.1:8000");
            assertThat(page.locator(".mistake:visible").first()).containsText("no address");
            assertThat(button(page, "Start the test")).isDisabled();
            page.getByLabel("Target").fill("http://127.0.0.1:8000/");
            page.getByLabel("Users", exactly()).fill("20");
            button(page, "Start the test").click();

            assertThat(state(page)).hasText("Running");
            assertThat(value(page, "Requests")).not().hasText("0");
            page.locator("#load-value").fill("30");
            button(page, "Apply").click();
            assertThat(tile(page, "Users")).containsText("30 asked");

            page.reload();
            assertThat(state(page)).hasText("Running");
            assertThat(page.locator("#load-value")).hasValue("30");
            assertThat(page.locator(".uplot").first()).isVisible();

            var second = open(other, server.url);
            button(page, "Pause").click();
            assertThat(state(second)).hasText("Paused");
            button(second, "Resume").click();
            assertThat(state(page)).hasText("Running");

            stop(page);
            assertThat(state(page)).hasText("Stopped");
            assertThat(second.locator(".verdict")).containsText("stopped before its end");
            assertThat(value(second, "Requests")).hasText(value(page, "Requests").innerText());
            assertThat(page).hasTitle(Pattern.compile("^Stopped"));
        }
    }

    @Test
    void aPublicTargetIsAskedForLoudly() throws IOException {
        try (var server = MockServer.start();
                var user = user(PHONE)) {
            var page = open(user, server.url);
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
                var user = user(DESK)) {
            var page = open(user, server.url);
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
    void locustsFieldsBeginWithWhatItsCommandLineSaid() throws IOException {
        try (var server = MockServer.start("--mode", "locust");
                var user = user(PHONE)) {
            var page = open(user, server.url);
            assertThat(page.getByLabel("Number of users")).hasValue("3");
            assertThat(page.getByLabel("Spawn rate")).hasValue("1.5");
            assertThat(page.getByLabel("Host")).hasValue("http://127.0.0.1:8000");
            assertThat(page.getByLabel("Run time")).hasValue("1m 30s");
            page.getByLabel("Buyer").uncheck();
            assertThat(page.locator(".scenarios")).hasText("Visitor Visitor users");
            page.getByLabel("Visitor").uncheck();
            assertThat(page.locator(".field .mistake")).containsText("At least one user class");
            assertThat(button(page, "Start the test")).isDisabled();
            page.getByLabel("Buyer").check();
            assertThat(overflow(page)).isNotPositive();
            button(page, "Start the test").click();
            assertThat(state(page)).hasText("Running");
            page.locator("#load-value").fill("6");
            page.getByLabel("Users started per second").fill("none");
            assertThat(button(page, "Apply")).isDisabled();
            page.getByLabel("Users started per second").fill("2");
            button(page, "Apply").click();
            assertThat(tile(page, "Users")).containsText("6 asked for");
        }
    }

    @Test
    void aLostConnectionIsToldAndRecovers() throws IOException {
        String port;
        try (var user = user(DESK)) {
            Page page;
            try (var server = MockServer.start("--running", "--seconds", "30")) {
                port = server.port();
                page = open(user, server.url);
                assertThat(state(page)).hasText("Running");
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
                var user = user(DESK)) {
            var page = open(user, server.url);
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
                var user = user(DESK)) {
            var page = open(user, server.url);
            assertThat(page.getByText("<img src=x onerror=alert(1)>").first()).isVisible();
            tab(page, "Failures").click();
            page.locator(".failures summary").first().click();
            assertThat(page.locator(".exchange")).containsText("<script>alert(1)</script>");
            tab(page, "Exceptions").click();
            assertThat(page.locator(".script-errors")).containsText("<img src=x");
            assertThat(page.locator("main img, main script")).hasCount(0);
        }
    }

    @Test
    void aPasswordIsAskedForAndAWrongOneRefused() throws IOException {
        try (var server = MockServer.start("--password", "right", "--role", "viewer", "--running");
                var user = user(PHONE)) {
            var page = open(user, server.url);
            page.getByLabel("Password").fill("wrong");
            button(page, "Log in").click();
            assertThat(page.getByRole(AriaRole.ALERT).filter(withText("wrong"))).isVisible();
            page.getByLabel("Password").fill("right");
            button(page, "Log in").click();
            assertThat(state(page)).hasText("Running");
            assertThat(page.locator(".role")).hasText("Viewer");
            assertThat(page.locator(".controls")).hasCount(0);
            button(page, "Log out").click();
            assertThat(page.getByLabel("Password")).isVisible();
        }
    }

    @Test
    void runsAreFoundReadComparedAndKeptAsBaseline() throws IOException {
        try (var server = MockServer.start();
                var user = user(DESK)) {
            var page = open(user, server.url + "/runs");
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
}
