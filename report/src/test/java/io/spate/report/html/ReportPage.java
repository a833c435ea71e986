package io.spate.report.html;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.spate.report.json.Results;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** An open report. */
final class ReportPage implements AutoCloseable {
    final Page page;
    private final Browser browser;
    private final BrowserContext context;

    private ReportPage(Browser browser, BrowserContext context, Page page) {
        this.browser = browser;
        this.context = context;
        this.page = page;
    }

    /** Writes a report and opens it as a file. */
    static ReportPage open(
            Browser browser, Results results, Path file, int width, ColorScheme scheme)
            throws IOException {
        HtmlReport.write(results, file);
        var context = browser.user(width, scheme);
        browser.takeNoise();
        String address = file.toUri().toString();
        var report = new ReportPage(browser, context, browser.open(context, address, address));
        report.page.locator("main").waitFor();
        return report;
    }

    /** What the page said on the console, threw, and asked of the network. */
    List<String> noise() {
        return browser.takeNoise();
    }

    /** The figure of a tile, with its unit. */
    String tile(String label) {
        Locator tile = page.locator(".tile").filter(withText(label)).first();
        return (tile.locator(".tile-value").innerText()
                        + tile.locator(".tile-unit:visible").allInnerTexts())
                .replaceAll("[\\[\\]]", "")
                .strip();
    }

    /** The cells of a table's rows in view. */
    List<List<String>> rows(String section) {
        return page.locator("#" + section + " tbody tr:not(.spacer)").all().stream()
                .map(row -> row.locator("th, td").allInnerTexts())
                .toList();
    }

    /** Clicks on a column's head. */
    void sortBy(String section, String column) {
        head(section, column).locator("button").click();
    }

    /** How a column says that it is sorted. */
    String order(String section, String column) {
        return head(section, column).getAttribute("aria-sort");
    }

    private Locator head(String section, String column) {
        return page.locator("#" + section + " thead th").filter(withText(column)).first();
    }

    private static Locator.FilterOptions withText(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    @Override
    public void close() {
        context.close();
    }
}
