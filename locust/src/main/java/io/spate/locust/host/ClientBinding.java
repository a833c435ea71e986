package io.spate.locust.host;

import io.spate.http.HttpClient;
import io.spate.http.HttpRequest;
import io.spate.http.HttpResponse;
import io.spate.http.InterruptedRequestException;
import io.spate.metrics.Ticker;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/** The HTTP client of a session. For one virtual thread at a time. */
public final class ClientBinding {
    private final Supplier<Clients> source;
    private final Ticker ticker;
    private final Supplier<@Nullable UserTask> current;
    private Clients made;
    private HttpClient client;
    private Optional<HttpClient> trusting = Optional.empty();

    ClientBinding(Supplier<Clients> source, Ticker ticker, Supplier<@Nullable UserTask> current) {
        this.source = source;
        this.made = source.get();
        this.client = made.checked().newClient();
        this.ticker = ticker;
        this.current = current;
    }

    /**
     * Sends a request and waits for its answer.
     *
     * @param lines headers, names and values by turns, each on a line
     * @param body a text, bytes, or none
     * @param contentType empty for none
     * @param connectSeconds the longest time to connect; negative for none
     * @param readSeconds the longest time to wait for the answer; negative for none
     * @param redirects followed at most
     * @param verifies whether certificates are checked
     * @return null where the user is told to end
     */
    @HostAccess.Export
    public @Nullable Answer send(
            String method,
            String url,
            String lines,
            Value body,
            String contentType,
            double connectSeconds,
            double readSeconds,
            int redirects,
            boolean verifies) {
        if (!Thread.currentThread().isVirtual()) {
            return Answer.impossible(
                    "threads that a script has started while it was loaded cannot make requests");
        }
        var me = current.get();
        if (me != null && me.takeCut()) {
            return null;
        }
        renew();
        var by = verifies ? client : trusting();
        try {
            var request = by.request(method, literal(url)).redirects(redirects);
            headers(request, lines);
            if (!body.isNull()) {
                request.body(Bytes.of(body), contentType);
            }
            if (readSeconds > 0) {
                request.timeout(duration(readSeconds));
            }
            if (connectSeconds > 0) {
                request.connectTimeout(duration(connectSeconds));
            }
            long start = ticker.nanoTime();
            var response = sent(request, me);
            return Answer.of(response, by.lastUrl(), (ticker.nanoTime() - start) / 1e6);
        } catch (IllegalArgumentException e) {
            return Answer.impossible(String.valueOf(e.getMessage()));
        } catch (InterruptedRequestException _) {
            if (me != null) {
                boolean _ = me.takeCut();
            }
            return null;
        }
    }

    private static HttpResponse sent(HttpRequest request, @Nullable UserTask me) {
        if (me == null) {
            return request.send();
        }
        me.waits(true);
        try {
            return request.send();
        } finally {
            me.waits(false);
        }
    }

    /** One that was made while files were loaded goes on in the run, with its cookies. */
    private void renew() {
        var now = source.get();
        if (!now.equals(made)) {
            var other = now.checked().newClient();
            other.jar(client.jar());
            client = other;
            trusting = Optional.empty();
            made = now;
        }
    }

    /** In a URL of Python braces are braces. */
    private static String literal(String url) {
        return url.indexOf('{') < 0 ? url : url.replace("{", "%7B").replace("}", "%7D");
    }

    private static Duration duration(double seconds) {
        return Duration.ofNanos(Math.max(1, (long) (Math.min(seconds, 86_400) * 1e9)));
    }

    private static void headers(HttpRequest request, String lines) {
        int at = 0;
        while (at < lines.length()) {
            int middle = lines.indexOf('\n', at);
            int end = lines.indexOf('\n', middle + 1);
            end = end < 0 ? lines.length() : end;
            request.header(lines.substring(at, middle), lines.substring(middle + 1, end));
            at = end + 1;
        }
    }

    private HttpClient trusting() {
        if (trusting.isEmpty()) {
            var other = made.unchecked().newClient();
            other.jar(client.jar());
            trusting = Optional.of(other);
        }
        return trusting.get();
    }

    /** The cookies for a URL, names and values by turns. */
    @HostAccess.Export
    public List<String> cookies(String url) {
        return client.jar().matching(url);
    }

    /** Takes a cookie as a server would set it. */
    @HostAccess.Export
    public void setCookie(String url, String line) {
        client.jar().set(url, line);
    }

    @HostAccess.Export
    public void clearCookies() {
        client.jar().clear();
    }

    /** Closes its connections. */
    @HostAccess.Export
    public void close() {
        client.close();
        trusting.ifPresent(HttpClient::close);
    }
}
