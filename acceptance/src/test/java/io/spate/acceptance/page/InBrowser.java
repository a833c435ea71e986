package io.spate.acceptance.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.spate.report.html.Browser;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/**
 * Tests that look at pages. Whatever they do, no page may throw, write to its console, open a
 * dialog, violate its policy or ask another host for anything.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
abstract class InBrowser {
    static final int DESK = 1280;
    static final int PHONE = 360;
    private static final int PATIENCE_MILLIS = 20_000;

    private Browser browser;

    @BeforeAll
    void startBrowser() throws IOException {
        browser = Browser.start();
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    }

    @AfterAll
    void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @AfterEach
    void nothingWasSaidOrAskedOfOthers() {
        if (browser != null) {
            assertThat(browser.takeNoise()).isEmpty();
        }
    }

    BrowserContext user(int width) {
        return browser.user(width, ColorScheme.LIGHT);
    }

    BrowserContext user(int width, ColorScheme scheme) {
        return browser.user(width, scheme);
    }

    Page open(BrowserContext user, String url) {
        return browser.open(user, url, "http://127.0.0.1:");
    }

    static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first();
    }

    static Locator tab(Page page, String name) {
        return page.getByRole(AriaRole.TAB).filter(withText(name));
    }

    /** The whole tile of a figure. */
    static Locator tile(Page page, String label) {
        return page.locator(".tile").filter(withText(label)).first();
    }

    /** The figure of a tile. */
    static Locator value(Page page, String label) {
        return tile(page, label).locator(".tile-value");
    }

    static Locator state(Page page) {
        return page.locator(".run-head .pill");
    }

    static Locator.FilterOptions withText(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    /** Starts a test of the start page. */
    static void begin(Page page, String plan) {
        page.locator(".plan").filter(withText(plan)).click();
        button(page, "Start the test").click();
        assertThat(state(page)).hasText("Running");
    }

    static long number(String shown) {
        return Long.parseLong(shown.replace(",", ""));
    }

    static void stop(Page page) {
        button(page, "Stop").click();
        page.getByRole(AriaRole.DIALOG)
                .getByText("Stop", new Locator.GetByTextOptions().setExact(true))
                .click();
    }

    /** How far the page reaches beyond its window, sideways. */
    static int overflow(Page page) {
        return ((Number)
                        page.evaluate(
                                "document.documentElement.scrollWidth"
                                        + " - document.documentElement.clientWidth"))
                .intValue();
    }
}
