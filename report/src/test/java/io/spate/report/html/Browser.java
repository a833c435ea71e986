package io.spate.report.html;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A Chromium of this machine, driven by the playwright-core that report/web has. Where one of them
 * is missing, the tests are skipped and say what is missing.
 */
final class Browser implements AutoCloseable {
    private static final List<String> CHROMIUMS =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final List<String> FLAGS =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser browser;

    private Browser(Playwright playwright, com.microsoft.playwright.Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Starts the browser, or skips the test. */
    static Browser start(Path folder) throws IOException {
        var node = program(List.of("node"));
        var chromium = program(CHROMIUMS);
        var core = Path.of("web", "node_modules", "playwright-core").toAbsolutePath();
        var missing = new ArrayList<String>();
        if (node.isEmpty()) {
            missing.add("node is not on the PATH");
        }
        if (chromium.isEmpty()) {
            missing.add("none of " + CHROMIUMS + " is on the PATH");
        }
        if (!Files.isDirectory(core)) {
            missing.add(core + " is missing: run npm ci in report/web");
        }
        assumeTrue(missing.isEmpty(), () -> "BROWSER TESTS SKIPPED: " + String.join("; ", missing));
        // Where Playwright looks for its driver: a folder with the npm package as `package`.
        Files.createSymbolicLink(folder.resolve("package"), core);
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

    com.microsoft.playwright.Browser get() {
        return browser;
    }

    private static Optional<Path> program(List<String> names) {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return names.stream()
                .flatMap(
                        name ->
                                Stream.of(path.split(java.io.File.pathSeparator))
                                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
