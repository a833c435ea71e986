package io.spate.acceptance.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.spate.report.html.Browser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whether the pages can be used without a mouse, with a screen reader, and by weak eyes. */
class AccessibilityTest extends InBrowser {
    private static final String FAULTS =
            """
            async () => (await axe.run(document, {runOnly:
                ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}))
              .violations.map(it => it.id + ': ' + it.nodes.map(node =>
                  node.target.join(' ') + ' (' + node.any.map(why => why.message) + ')').join(', '))
            """;

    /** Those in a group of which Tab reaches one, and arrow keys the others, count as one. */
    private static final String UNREACHED =
            """
            reached => [...document.querySelectorAll(
                'a[href], button, input, select, textarea, summary, [tabindex="0"]')]
              .filter(it => it.checkVisibility() && !it.disabled && it.tabIndex >= 0)
              .filter(it => it.type !== 'radio' || it.checked)
              .filter(it => !it.hasAttribute('data-reached'))
              .map(it => it.outerHTML.slice(0, 100))
            """;

    private ShopUi ui;
    private String axe = "";

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        axe = Files.readString(Browser.npmPackage("axe-core").resolve("axe.min.js"));
        ui = ShopUi.start(folder, 0.1, 2, "latency: {p95: 10s}, error_rate: 1%");
        try (var user = user(DESK)) {
            for (int i = 0; i < 2; i++) {
                var page = open(user, ui.url() + "/?new");
                begin(page, ShopUi.SHORT);
                assertThat(state(page)).hasText("Failed");
            }
        }
    }

    @AfterAll
    void stop() {
        if (ui != null) {
            ui.close();
        }
    }

    private void isFaultless(Page page) {
        page.evaluate(axe);
        assertThat((List<?>) page.evaluate(FAULTS)).as(page.url()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void pagesHaveLabelsRolesAndContrast(ColorScheme scheme) {
        try (var user = user(DESK, scheme)) {
            var page = open(user, ui.url() + "/?new");
            for (var load : List.of("Rate", "Curve", "Users")) {
                button(page, load).click();
                isFaultless(page);
            }
            begin(page, ShopUi.LONG);
            assertThat(value(page, "Failures")).not().hasText("0%");
            for (var each : page.getByRole(AriaRole.TAB).all()) {
                each.click();
                page.locator(".details summary").all().forEach(Locator::click);
                isFaultless(page);
            }
            button(page, "Stop").click();
            isFaultless(page);
            button(page, "Cancel").click();
            stop(page);
            assertThat(state(page)).hasText("Stopped");
            isFaultless(page);
            historyIsFaultless(page);
        }
    }

    private void historyIsFaultless(Page page) {
        page.navigate(ui.url() + "/runs");
        var picks = page.locator("tbody input");
        picks.nth(1).check();
        picks.nth(2).check();
        isFaultless(page);
        button(page, "Compare 2 runs").click();
        assertThat(page.locator(".verdict")).isVisible();
        isFaultless(page);
        page.locator(".compared a").first().click();
        assertThat(page.locator("#statistics")).isVisible();
        isFaultless(page);
        page.navigate(ui.url() + "/trends");
        assertThat(page.locator(".uplot")).hasCount(3);
        isFaultless(page);
    }

    @Test
    void aTestIsStartedAndStoppedByKeysAlone() {
        try (var user = user(DESK)) {
            var page = open(user, ui.url() + "/?new");
            assertThat(page.locator(".plan")).hasCount(3);
            tabTo(page, "input[type='radio']:checked");
            page.keyboard().press("ArrowDown");
            assertThat(page.locator(".plan.chosen")).containsText(ShopUi.LONG);
            assertThat(button(page, "Start the test")).isEnabled();
            everythingIsReached(page);
            tabTo(page, ".start-button");
            page.keyboard().press("Enter");
            assertThat(state(page)).hasText("Running");

            tabTo(page, "#load-value");
            page.keyboard().press("Control+a");
            page.keyboard().type("3");
            page.keyboard().press("Enter");
            assertThat(value(page, "Users")).hasText("3");
            everythingIsReached(page);
            tabTo(page, "[role='tab']");
            page.keyboard().press("ArrowRight");
            assertThat(tab(page, "Failures")).hasAttribute("aria-selected", "true");
            tabTo(page, ".controls .danger");
            page.keyboard().press("Enter");
            assertThat(button(page, "Cancel")).isFocused();
            // The dialog begins at what does no harm, and holds the keys until it is answered.
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            assertThat(state(page)).hasText(Pattern.compile("Stopp(ed|ing)"));
            assertThat(state(page)).hasText("Stopped");
        }
    }

    /** Presses Tab until something has the focus. */
    private static void tabTo(Page page, String selector) {
        for (int i = 0; i < 150; i++) {
            page.keyboard().press("Tab");
            if ((boolean)
                    page.evaluate(
                            "it => document.activeElement.matches(it)"
                                    + " && (document.activeElement.dataset.reached = '1') !== ''",
                            selector)) {
                return;
            }
        }
        throw new AssertionError("Tab never reaches " + selector);
    }

    /** Walks through the page once, and finds nothing that cannot be come to or does not show. */
    private static void everythingIsReached(Page page) {
        for (int i = 0; i < 120; i++) {
            page.keyboard().press("Tab");
            page.evaluate("document.activeElement.dataset.reached = '1'");
        }
        assertThat((List<?>) page.evaluate(UNREACHED, "")).isEmpty();
    }
}
