package io.spate.report.html;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.spate.report.json.Results;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An open report, with all that it said and asked for. */
final class ReportPage implements AutoCloseable {
    /** What the page said on the console, threw, and asked of the network. */
    final List<String> noise = new ArrayList<>();

    final Page page;
    private final BrowserContext context;

    private ReportPage(BrowserContext context) {
        this.context = context;
        page = context.newPage();
        page.onConsoleMessage(message -> noise.add("console: " + message.text()));
        page.onPageError(error -> noise.add("error: " + error));
        page.onDialog(
                dialog -> {
                    noise.add("dialog: " + dialog.message());
                    dialog.dismiss();
                });
    }

    /** Writes a report and opens it as a file. */
    static ReportPage open(
            com.microsoft.playwright.Browser browser,
            Results results,
            Path file,
            int width,
            ColorScheme scheme)
            throws IOException {
        HtmlReport.write(results, file);
        var options =
                new com.microsoft.playwright.Browser.NewContextOptions()
                        .setViewportSize(width, 900)
                        .setColorScheme(scheme);
        var report = new ReportPage(browser.newContext(options));
        String address = file.toUri().toString();
        report.page.onRequest(
                request -> {
                    if (!request.url().equals(address) && !request.url().startsWith("data:")) {
                        report.noise.add("request: " + request.url());
                    }
                });
        report.page.navigate(address);
        report.page.locator("main").waitFor();
        return report;
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
