package io.spate.web.page;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A Chromium of this machine, as the report's tests drive it; without it tests are skipped. */
final class Browser implements AutoCloseable {
    private static final List<String> CHROMIUMS =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final List<String> FLAGS =
            List.of("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync");

    /** What pages said, threw and asked of other hosts. */
    final List<String> noise = new ArrayList<>();

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser browser;

    private Browser(Playwright playwright, com.microsoft.playwright.Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Starts the browser, or skips the tests. */
    static Browser start(Path folder) throws IOException {
        var node = program(List.of("node"));
        var chromium = program(CHROMIUMS);
        var core =
                Path.of("..", "report", "web", "node_modules", "playwright-core").toAbsolutePath();
        assumeTrue(
                node.isPresent() && chromium.isPresent() && Files.isDirectory(core),
                "BROWSER TESTS SKIPPED: they need node, chromium and npm ci in report/web");
        Files.createSymbolicLink(folder.resolve("package"), core.normalize());
        System.setProperty("playwright.cli.dir", folder.toString());
        var environment =
                Map.of(
                        "PLAYWRIGHT_NODEJS_PATH",
                        node.orElseThrow().toString(),
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                        "1");
        var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        var options =
                new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium.orElseThrow())
                        .setArgs(FLAGS);
        return new Browser(playwright, playwright.chromium().launch(options));
    }

    /** Another user's browser, with nothing in it. */
    BrowserContext user(int width) {
        var options =
                new com.microsoft.playwright.Browser.NewContextOptions()
                        .setViewportSize(width, 900)
                        .setColorScheme(ColorScheme.LIGHT);
        var context = browser.newContext(options);
        context.setDefaultTimeout(10_000);
        return context;
    }

    /** Opens a page whose noise is kept. */
    Page open(BrowserContext user, String url) {
        var page = user.newPage();
        page.onPageError(error -> noise.add("error: " + error));
        page.onConsoleMessage(
                message -> {
                    // The browser tells of each answer that is an error, also of expected ones.
                    if (!message.text().startsWith("Failed to load resource")) {
                        noise.add("console: " + message.text());
                    }
                });
        page.onRequest(
                request -> {
                    if (!request.url().startsWith("http://127.0.0.1:")) {
                        noise.add("request: " + request.url());
                    }
                });
        page.navigate(url);
        return page;
    }

    private static Optional<Path> program(List<String> names) {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return names.stream()
                .flatMap(it -> Stream.of(path.split(File.pathSeparator)).map(at -> Path.of(at, it)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
