package io.spate.script.load;

import io.spate.http.HttpRequest;
import io.spate.script.LoadOptions;
import io.spate.script.LoadTest;
import io.spate.script.LoadedTest;
import io.spate.script.ScriptException;
import io.spate.script.TestBuilder;
import io.spate.script.User;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The test that a URL alone makes: one request, again and again, its response's body dropped. */
final class UrlTest implements LoadTest {
    private final String url;
    private final String method;
    private final Optional<String> body;
    private final String contentType;

    private UrlTest(String url, LoadOptions options) {
        this.url = url;
        this.body = options.body();
        this.method = options.method().orElse(body.isPresent() ? "POST" : "GET");
        this.contentType = contentType(options.headers()).orElse("text/plain; charset=utf-8");
    }

    /** Whether a text is meant as a URL of HTTP. */
    static boolean isUrl(String source) {
        var lower = source.toLowerCase(Locale.ROOT);
        return lower.startsWith("http://") || lower.startsWith("https://");
    }

    static LoadedTest load(String url, LoadOptions options) {
        check(url);
        if (options.target().isPresent()) {
            throw new ScriptException(
                    "a target takes the place of a file's base URL; here the URL is the target");
        }
        return LoadedTest.of(url, new UrlTest(url, options), options);
    }

    @Override
    public void define(TestBuilder test) {
        test.discardBodies().scenario("default", this::request).task(HttpRequest::send);
    }

    private HttpRequest request(User user) {
        var request = user.request(method, url);
        return body.map(text -> request.body(text, contentType)).orElse(request);
    }

    private static void check(String url) {
        try {
            var uri = new URI(url);
            if (uri.getHost() == null) {
                throw invalid(url, "it needs a host and, where given, a port from 1 to 65535");
            }
            if (uri.getPort() == 0 || uri.getPort() > 65_535) {
                throw invalid(url, "the port must be 1 to 65535");
            }
        } catch (URISyntaxException syntax) {
            throw invalid(
                    url, "%s at character %d".formatted(syntax.getReason(), syntax.getIndex() + 1));
        }
    }

    private static ScriptException invalid(String url, String reason) {
        return new ScriptException(
                "%s is no URL that can be tested: %s. A whole one is http://localhost:8000/path"
                        .formatted(url, reason));
    }

    private static Optional<String> contentType(Map<String, String> headers) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("Content-Type"))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
