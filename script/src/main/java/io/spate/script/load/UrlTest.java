package io.spate.script.load;

import io.spate.http.PreparedRequest;
import io.spate.script.LoadOptions;
import io.spate.script.LoadTest;
import io.spate.script.LoadedTest;
import io.spate.script.ScriptException;
import io.spate.script.TestBuilder;
import io.spate.script.User;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The test that a URL alone makes: one request, again and again, its response's body dropped. */
final class UrlTest implements LoadTest {
    private final String server;
    private final String path;
    private final String method;
    private final Optional<String> body;
    private final String contentType;
    private final boolean needsBodies;

    private UrlTest(String url, LoadOptions options) {
        int end = serverEnd(url);
        var rest = url.substring(end).replace("{", "%7B").replace("}", "%7D");
        this.server = url.substring(0, end);
        this.path = rest.startsWith("/") ? rest : "/" + rest;
        this.body = options.body();
        this.method = options.method().orElse(body.isPresent() ? "POST" : "GET");
        this.contentType = hasContentType(options.headers()) ? "" : "text/plain; charset=utf-8";
        this.needsBodies = options.watch().needsBodies();
    }

    /** Whether a text is meant as a URL of HTTP. */
    static boolean isUrl(String source) {
        var lower = source.toLowerCase(Locale.ROOT);
        return lower.startsWith("http://")
                || lower.startsWith("https://")
                || lower.startsWith("http+unix://");
    }

    static LoadedTest load(String url, LoadOptions options) {
        if (options.target().isPresent()) {
            throw new ScriptException(
                    "a target takes the place of a file's base URL; here the URL is the target");
        }
        return LoadedTest.of(url, new UrlTest(url, options), options);
    }

    @Override
    public void define(TestBuilder test) {
        if (!needsBodies) {
            test.discardBodies();
        }
        test.baseUrl(server).scenario("default", this::session).task(Session::send);
    }

    private Session session(User user) {
        var request = user.request(method, path);
        body.ifPresent(text -> request.body(text, contentType));
        return new Session(user, request.prepare());
    }

    /** Where the host and port end. */
    private static int serverEnd(String url) {
        int start = url.indexOf("//") + 2;
        for (int i = start; i < url.length(); i++) {
            if ("/?#".indexOf(url.charAt(i)) >= 0) {
                return i;
            }
        }
        return url.length();
    }

    private static boolean hasContentType(Map<String, String> headers) {
        return headers.keySet().stream().anyMatch("Content-Type"::equalsIgnoreCase);
    }

    /** What one virtual user does. */
    private record Session(User user, PreparedRequest request) {
        void send() {
            user.send(request);
        }
    }
}
