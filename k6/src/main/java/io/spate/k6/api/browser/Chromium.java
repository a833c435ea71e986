package io.spate.k6.api.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import io.spate.k6.vu.ApiModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A browser with its contexts and pages, by number. Belongs to one thread. */
final class Chromium {
    private static final List<String> FLAGS =
            List.of(
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");
    private static final String VITALS = ApiModule.resource(Chromium.class, "vitals.js");

    private final Playwright playwright;
    private final Browser browser;
    private final Map<Integer, BrowserContext> contexts = new LinkedHashMap<>();
    private final Map<Integer, Page> pages = new LinkedHashMap<>();
    private final Map<Integer, Response> responses = new HashMap<>();
    private final Seen seen = new Seen();
    private int number;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /**
     * Starts one.
     *
     * @param driver takes the folder that {@code playwright.cli.dir} is to name
     */
    static Chromium start(Installed installed, Map<String, String> env, Consumer<String> driver) {
        driver.accept(driverFolder(installed.driver()).toString());
        var environment = new HashMap<>(env);
        environment.put("PLAYWRIGHT_NODEJS_PATH", installed.node().toString());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        var more =
                Stream.of(env.getOrDefault("K6_BROWSER_ARGS", "").split(",", -1))
                        .filter(it -> !it.isBlank())
                        .map(it -> "--" + it.strip().replaceFirst("^--", ""));
        var options =
                new BrowserType.LaunchOptions()
                        .setExecutablePath(installed.chromium())
                        .setHeadless(!"false".equals(env.get("K6_BROWSER_HEADLESS")))
                        .setArgs(Stream.concat(FLAGS.stream(), more).toList());
        try {
            return new Chromium(playwright, playwright.chromium().launch(options));
        } catch (RuntimeException e) {
            playwright.close();
            throw e;
        }
    }

    /** Playwright looks for the npm package under the name package. */
    private static Path driverFolder(Path driver) {
        try {
            var folder = Files.createTempDirectory("spate-playwright");
            folder.toFile().deleteOnExit();
            var link = Files.createSymbolicLink(folder.resolve("package"), driver);
            link.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a call; what came of it, with all that was measured meanwhile. */
    String make(Call call) {
        return answered(
                switch (call.on()) {
                    case "browser" -> ofBrowser(call);
                    case "context" -> ofContext(call, context(call.id()));
                    case "page" -> ofPage(call, page(call.id()));
                    case "response" -> ofResponse(call);
                    default -> throw new IllegalArgumentException("nothing called " + call.on());
                });
    }

    /** Waits for what other calls bring about. */
    String around(Call call, Runnable others) {
        return answered(
                switch (call.on()) {
                    case "context" -> opened(context(call.id()).waitForPage(others), call.id());
                    default -> response(Waits.around(page(call.id()), call, others));
                });
    }

    private String answered(@Nullable Object result) {
        var root = JsonMapper.shared().createObjectNode();
        root.set("v", JsonMapper.shared().valueToTree(result));
        var urls = root.putObject("urls");
        pages.forEach(
                (id, page) -> urls.put(String.valueOf(id), page.isClosed() ? "" : page.url()));
        seen.writeTo(root);
        return root.toString();
    }

    private BrowserContext context(int id) {
        var context = contexts.get(id);
        if (context == null) {
            throw new IllegalStateException("the browser context is closed");
        }
        return context;
    }

    private Page page(int id) {
        var page = pages.get(id);
        if (page == null) {
            throw new IllegalStateException("the page is closed");
        }
        return page;
    }

    private @Nullable Object ofBrowser(Call call) {
        return switch (call.method()) {
            case "newContext" -> newContext(call);
            case "newPage" -> {
                int context = newContext(call);
                yield opened(context(context).newPage(), context);
            }
            case "version" -> browser.version();
            case "isConnected" -> browser.isConnected();
            default -> throw unknown(call);
        };
    }

    private int newContext(Call call) {
        var context = browser.newContext(call.options(0, Browser.NewContextOptions.class));
        context.addInitScript(VITALS);
        context.exposeBinding("__spateVital", seen::vital);
        context.onRequestFinished(seen::finished);
        context.onRequestFailed(seen::finished);
        contexts.put(++number, context);
        return number;
    }

    private ObjectNode opened(Page page, int context) {
        pages.put(++number, page);
        int id = number;
        page.onConsoleMessage(it -> seen.event(id, "console", it.type(), it.text()));
        return JsonMapper.shared().createObjectNode().put("page", id).put("context", context);
    }

    private @Nullable Object ofContext(Call call, BrowserContext context) {
        return switch (call.method()) {
            case "newPage" -> opened(context.newPage(), call.id());
            case "close" -> {
                context.pages().forEach(seen::leave);
                context.close();
                contexts.remove(call.id());
                yield null;
            }
            default -> ContextCalls.make(call, context);
        };
    }

    private @Nullable Object ofPage(Call call, Page page) {
        if (!call.chain().isEmpty()) {
            return LocatorCalls.make(call, Locators.find(page, call.chain()));
        }
        return switch (call.method()) {
            case "goto" ->
                    response(
                            page.navigate(
                                    call.text(0), call.options(1, Page.NavigateOptions.class)));
            case "reload" -> response(page.reload(call.options(0, Page.ReloadOptions.class)));
            case "goBack" -> response(page.goBack(call.options(0, Page.GoBackOptions.class)));
            case "goForward" ->
                    response(page.goForward(call.options(0, Page.GoForwardOptions.class)));
            case "close" -> {
                seen.leave(page);
                page.close();
                yield null;
            }
            default -> PageCalls.make(call, page);
        };
    }

    private @Nullable ObjectNode response(@Nullable Response response) {
        if (response == null) {
            return null;
        }
        responses.put(++number, response);
        var node =
                JsonMapper.shared()
                        .createObjectNode()
                        .put("response", number)
                        .put("status", response.status())
                        .put("statusText", response.statusText())
                        .put("url", response.url());
        var headers = node.putObject("headers");
        response.headers().forEach(headers::put);
        return node;
    }

    private String ofResponse(Call call) {
        var response = responses.get(call.id());
        if (response == null) {
            throw new IllegalStateException("the response is gone");
        }
        return response.text();
    }

    static IllegalArgumentException unknown(Call call) {
        return new IllegalArgumentException(
                "%s() of a %s is not supported".formatted(call.method(), call.on()));
    }

    void closeContexts() {
        contexts.values().forEach(BrowserContext::close);
        contexts.clear();
        pages.clear();
        responses.clear();
        seen.clear();
    }

    void close() {
        browser.close();
        playwright.close();
    }
}
