package io.spate.locust.host;

import io.spate.http.HttpClient;
import io.spate.http.HttpRequest;
import io.spate.http.HttpResponse;
import io.spate.http.InterruptedRequestException;
import io.spate.locust.stats.StatsBook;
import io.spate.locust.stats.StatsEntry;
import io.spate.metrics.Ticker;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/** The HTTP client of a session. For one virtual thread at a time. */
public final class ClientBinding {
    /** The first status that is a failure. */
    private static final int FAILED = 400;

    private final Supplier<Clients> source;
    private final Ticker ticker;
    private final Supplier<@Nullable UserTask> current;
    private final StatsBook stats;
    private Clients made;
    private Way way = Way.OWN;
    private String latest = "";
    private HttpClient client;
    private Optional<HttpClient> trusting = Optional.empty();

    ClientBinding(
            Supplier<Clients> source,
            Ticker ticker,
            Supplier<@Nullable UserTask> current,
            StatsBook stats) {
        this.source = source;
        this.made = source.get();
        this.client = made.of(way).checked().newClient();
        this.ticker = ticker;
        this.current = current;
        this.stats = stats;
    }

    /**
     * Sends a request, waits for its answer, and counts it where it went well and a name is given.
     *
     * @param name what it is told by; empty for its path
     * @param counts whether it is counted where it went well
     * @param lines headers, names and values by turns, each with a zero behind it
     * @param body a text, bytes, or none
     * @param contentType empty for none
     * @param options from {@link Host#options}
     * @return null where the user is told to end
     */
    @HostAccess.Export
    public @Nullable Answer send(
            String method,
            String url,
            String name,
            boolean counts,
            String lines,
            Value body,
            String contentType,
            SendOptions options) {
        if (!Thread.currentThread().isVirtual()) {
            return Answer.impossible(
                    "threads that a script has started while it was loaded cannot make requests");
        }
        var me = current.get();
        if (me != null && me.takeCut()) {
            return null;
        }
        renew();
        var whole = Urls.whole(options.base(), url);
        latest = whole;
        var shown = name.isEmpty() ? Urls.path(whole) : name;
        var by = options.verifies() ? client : trusting();
        try {
            var request =
                    by.request(method.toUpperCase(Locale.ROOT), Urls.literal(whole)).name(shown);
            options.applyTo(request);
            headers(request, lines);
            if (!body.isNull()) {
                request.body(Bytes.of(body), contentType);
            }
            long start = ticker.nanoTime();
            var response = sent(request, me);
            Supplier<StatsEntry> entry = () -> stats.entry(method, shown);
            var answer = Answer.of(response, whole, by.lastUrl(), start, ticker, entry);
            if (counts && response.status() > 0 && response.status() < FAILED) {
                answer.count();
            }
            return answer;
        } catch (IllegalArgumentException e) {
            return Answer.impossible(String.valueOf(e.getMessage()));
        } catch (InterruptedRequestException _) {
            if (me != null) {
                boolean _ = me.takeCut();
            }
            return null;
        }
    }

    /** The URL of the latest request; empty before the first. */
    @HostAccess.Export
    public String latest() {
        return latest;
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
            become(now, way);
        }
    }

    private void become(Clients by, Way other) {
        var next = by.of(other).checked().newClient();
        next.jar(client.jar());
        close();
        client = next;
        trusting = Optional.empty();
        made = by;
        way = other;
    }

    /**
     * Has its connections go through proxies and present a certificate, from now on.
     *
     * @param plain the proxy for http, as a URL; empty for none
     * @param secure the proxy for https
     * @param certificate in PEM; empty for none
     * @param key in PEM; empty for one that stands with the certificate
     * @return what is wrong with them; empty for nothing
     */
    @HostAccess.Export
    public String through(String plain, String secure, String certificate, String key) {
        var other = new Way(plain, secure, certificate, key);
        if (!other.equals(way)) {
            try {
                become(source.get(), other);
            } catch (IllegalArgumentException e) {
                return String.valueOf(e.getMessage());
            }
        }
        return "";
    }

    private static void headers(HttpRequest request, String lines) {
        int at = 0;
        while (at < lines.length()) {
            int middle = lines.indexOf('\0', at);
            int end = lines.indexOf('\0', middle + 1);
            if (end < 0) {
                throw new IllegalArgumentException("a header holds a character that none may have");
            }
            request.headerUnlessOfBody(
                    lines.substring(at, middle), lines.substring(middle + 1, end));
            at = end + 1;
        }
    }

    private HttpClient trusting() {
        if (trusting.isEmpty()) {
            var other = made.of(way).unchecked().newClient();
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
