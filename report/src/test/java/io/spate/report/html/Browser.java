package io.spate.report.html;

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

/**
 * A Chromium of this machine, driven by the playwright-core that report/web has. Where one of them
 * is missing, the tests are skipped and say what is missing.
 */
public final class Browser implements AutoCloseable {
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
    private static final Path PACKAGES = Path.of("..", "report", "web", "node_modules");

    /** Playwright remembers it for as long as the process lives. */
    private static final Path DRIVER = Path.of("target", "browser-driver").toAbsolutePath();

    private static final String LOUD =
            """
            addEventListener('securitypolicyviolation', it =>
                console.error('policy: ' + it.violatedDirective + ' ' + it.blockedURI));
            """;

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser browser;
    private final List<String> noise = new ArrayList<>();

    private Browser(Playwright playwright, com.microsoft.playwright.Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Starts the browser, or skips the test. */
    public static Browser start() throws IOException {
        var node = program(List.of("node"));
        var chromium = program(CHROMIUMS);
        var core = npmPackage("playwright-core");
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
        Files.createDirectories(DRIVER);
        var link = DRIVER.resolve("package");
        if (!Files.exists(link)) {
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, core);
        }
        System.setProperty("playwright.cli.dir", DRIVER.toString());
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

    /** The folder of a package that report/web has from npm. */
    public static Path npmPackage(String name) {
        return PACKAGES.resolve(name).toAbsolutePath().normalize();
    }

    /** Another user's browser, with nothing in it. */
    public BrowserContext user(int width, ColorScheme scheme) {
        var options =
                new com.microsoft.playwright.Browser.NewContextOptions()
                        .setViewportSize(width, 900)
                        .setColorScheme(scheme);
        var context = browser.newContext(options);
        context.setDefaultTimeout(10_000);
        context.addInitScript(LOUD);
        return context;
    }

    /**
     * Opens a page. What it says on its console, throws, asks in a dialog, and asks of addresses
     * that do not begin as its own do, is noise.
     */
    public Page open(BrowserContext user, String url, String own) {
        var page = user.newPage();
        page.onPageError(error -> noise.add("error: " + error));
        page.onDialog(
                dialog -> {
                    noise.add("dialog: " + dialog.message());
                    dialog.dismiss();
                });
        page.onConsoleMessage(
                message -> {
                    // The browser tells of each answer that is an error, also of expected ones.
                    if (!message.text().startsWith("Failed to load resource")) {
                        noise.add("console: " + message.text());
                    }
                });
        page.onRequest(
                request -> {
                    if (!request.url().startsWith(own) && !request.url().startsWith("data:")) {
                        noise.add("request: " + request.url());
                    }
                });
        page.navigate(url);
        return page;
    }

    /** The noise so far of all pages, which is forgotten. */
    public List<String> takeNoise() {
        var heard = List.copyOf(noise);
        noise.clear();
        return heard;
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
