package io.spate.http;

import io.spate.http.channel.Channels;
import io.spate.http.channel.Dialer;
import io.spate.http.channel.SharedChannels;
import io.spate.http.content.Expressions;
import io.spate.http.h2.Timers;
import io.spate.http.login.Credentials;
import io.spate.http.trace.RequestTrace;
import io.spate.http.trace.Tracer;
import io.spate.http.watch.ResponseWatch;
import io.spate.http.wire.Headers;
import io.spate.http.wire.Origin;
import io.spate.http.wire.Url;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Metric;
import io.spate.metrics.Recorder;
import io.spate.metrics.Tags;
import io.spate.metrics.Ticker;
import io.spate.net.Connector;
import io.spate.net.EventLoop;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the clients of one event loop's virtual users share where they record under the same tags:
 * encoded requests, servers, and the numbers of series. With 100,000 users that is most of what
 * they would hold each. Belongs to its loop.
 */
public final class HttpClients {
    /** Names of statistics that are told apart; requests under later ones go under this name. */
    static final int NAMES_MAX = 10_000;

    /** How often a user met a limit; the tag {@code limit} says which. Not in k6. */
    static final Metric LIMITS_REACHED = Metric.counter("http_limits_reached");

    /**
     * Requests that were sent again over a new connection, as the server had closed an idle one
     * without an answer: it may have seen more requests than {@code http_reqs} counts. Not in k6.
     */
    static final Metric REPEATED = Metric.counter("http_reqs_repeated");

    /** Times that connections waited for the addresses of a name. Not in k6. */
    static final Metric LOOKING_UP = Metric.time("http_req_looking_up");

    static final String OTHER_NAME = "(other)";

    /** Sets of tags that users and requests add; under later ones nothing is added. */
    static final int TAG_SETS_MAX = 1_000;

    private static final int TEMPLATES_MAX = 10_000;
    private static final int ORIGINS_MAX = 1_000;
    private static final int RECENT = 256;

    private final Dialer dialer;
    private final @Nullable SharedChannels shared;
    private final Recorder recorder;
    private final Tags tags;
    private final HttpOptions options;
    private final Ticker ticker;
    private final Headers headers;
    private final int dataSent;
    private final int dataReceived;
    private final Terms terms;
    private final @Nullable Watcher watcher;
    private final Keeping keeping;
    private final @Nullable Tracer tracer;
    private final Expressions expressions = new Expressions(() -> limitReached("expressions"));
    private final Map<Key, RequestSeries> series = new HashMap<>();
    private final Map<Tags, TagScope> scopes = new HashMap<>();
    private final TagScope root = new TagScope(this, Tags.NONE);
    private int seriesCount;
    private boolean counts = true;
    private final Map<Key, RequestTemplate> templates = new HashMap<>();
    private final Map<String, Origin> origins = new HashMap<>();

    /** By the hash of method and URL: the templates used lately, found without a map. */
    private final @Nullable RequestTemplate[] recent = new @Nullable RequestTemplate[RECENT];

    /** For users on a loop that record their requests under the given tags. */
    public HttpClients(EventLoop loop, Recorder recorder, Tags tags, HttpOptions options) {
        this(
                new LoopConnector(loop.connector()),
                loop::schedule,
                recorder,
                tags,
                options,
                Ticker.system());
    }

    /** The same over connections that are opened in another way than the loop's own. */
    public HttpClients(
            EventLoop loop,
            Connector connector,
            Recorder recorder,
            Tags tags,
            HttpOptions options) {
        this(
                new LoopConnector(connector),
                loop::schedule,
                recorder,
                tags,
                options,
                Ticker.system());
    }

    HttpClients(
            Dialer.Connector connector,
            Timers timers,
            Recorder recorder,
            Tags tags,
            HttpOptions options,
            Ticker ticker) {
        dialer = new Dialer(connector, timers, ticker);
        shared =
                options.connections() == 0
                        ? null
                        : new SharedChannels(dialer, options.connections());
        this.recorder = recorder;
        this.tags = tags;
        this.options = options;
        this.ticker = ticker;
        terms = Terms.of(options);
        watcher = options.watch().equals(ResponseWatch.NONE) ? null : new Watcher(options.watch());
        Headers given = Headers.of(options.headers());
        Headers named = given.has("User-Agent") ? given : given.with("User-Agent", "spate");
        headers = options.reuseConnections() ? named : named.with("Connection", "close");
        keeping = new Keeping(recorder, ticker);
        tracer = recorder.keeper().tracing().header() ? newTracer() : null;
        dataSent = recorder.series(BuiltinMetrics.DATA_SENT, tags);
        dataReceived = recorder.series(BuiltinMetrics.DATA_RECEIVED, tags);
    }

    private Tracer newTracer() {
        return new Tracer(recorder, recorder.series(LIMITS_REACHED, tags.with("limit", "traces")));
    }

    /** The place of one more user's requests in traces; null where they have none. */
    @Nullable RequestTrace newTrace() {
        return tracer == null ? null : new RequestTrace(tracer);
    }

    /**
     * Leaves it to whoever makes requests to count them and to say how long they took and whether
     * they failed; where their time went is recorded as ever. To be called before the first one.
     */
    public HttpClients uncounted() {
        counts = false;
        return this;
    }

    /** Whether requests are counted here. */
    boolean counts() {
        return counts;
    }

    /** Keeps requests that people may want to see. */
    Keeping keeping() {
        return keeping;
    }

    /** A client for one more user. */
    public HttpClient newClient() {
        return new HttpClient(this, ticker);
    }

    /** The connections of one more user. */
    Channels newChannels() {
        return new Channels(dialer, shared, () -> limitReached("connections"));
    }

    HttpOptions options() {
        return options;
    }

    /** The headers that every request has, as far as its user sets no others. */
    Headers headers() {
        return headers;
    }

    /** What requests ask for that ask for nothing of their own. */
    Terms terms() {
        return terms;
    }

    /** What looks at each response; null where nobody asked. */
    @Nullable Watcher watcher() {
        return watcher;
    }

    Recorder recorder() {
        return recorder;
    }

    Expressions expressions() {
        return expressions;
    }

    void recordBytes(long sent, long received) {
        recorder.record(dataSent, sent);
        recorder.record(dataReceived, received);
    }

    /** Records how long a name's addresses were waited for. */
    void recordLookUp(long nanos) {
        recorder.record(recorder.series(LOOKING_UP, tags), nanos);
    }

    /** Counts that a request was sent twice. */
    void repeated() {
        recorder.record(recorder.series(REPEATED, tags), 1);
    }

    /** Counts that something was dropped for want of room. */
    void limitReached(String limit) {
        recorder.record(recorder.series(LIMITS_REACHED, tags.with("limit", limit)), 1);
    }

    /** What a method and a URL as written mean; parsed where they are new. */
    RequestTemplate template(String method, String url) {
        int slot = (31 * method.hashCode() + url.hashCode()) & (RECENT - 1);
        RequestTemplate template = recent[slot];
        if (template == null || !template.is(method, url)) {
            template = findTemplate(method, url);
            recent[slot] = template;
        }
        return template;
    }

    private RequestTemplate findTemplate(String method, String url) {
        var key = new Key(method, url);
        RequestTemplate template = templates.get(key);
        if (template == null) {
            template = parse(method, url);
            if (templates.size() < TEMPLATES_MAX) {
                templates.put(key, template);
            }
        }
        return template;
    }

    private RequestTemplate parse(String method, String written) {
        if (!Headers.isToken(method)) {
            throw new IllegalArgumentException("not an HTTP method: '" + method + "'");
        }
        if (method.equals("CONNECT")) {
            throw new IllegalArgumentException(
                    "CONNECT is not a request for a server but for a proxy");
        }
        String base = options.baseUrl();
        boolean relative = written.startsWith("/") && !base.isEmpty();
        Url url = Url.parse(relative ? base + written : written);
        Headers own = Headers.NONE;
        if (!url.userInfo().isEmpty()) {
            own = own.with("Authorization", Credentials.ofUrl(url.userInfo()).basic());
        }
        RequestSeries under = series(method, nameOf(written, url));
        return new RequestTemplate(method, written, origin(url), url.target(), true, own, under);
    }

    /** The name of a request: its URL as written, without a base URL, credentials and fragment. */
    private String nameOf(String written, Url url) {
        String name = written;
        String base = options.baseUrl();
        if (!base.isEmpty() && written.startsWith(base)) {
            String rest = written.substring(base.length());
            if (rest.isEmpty() || rest.startsWith("/") || rest.startsWith("?")) {
                name = rest.startsWith("/") ? rest : "/" + rest;
            }
        }
        int fragment = name.indexOf('#');
        name = fragment < 0 ? name : name.substring(0, fragment);
        return url.userInfo().isEmpty() ? name : name.replace(url.userInfo() + "@", "");
    }

    /**
     * The request that a redirect leads to. Its name is the path alone: queries of redirects are
     * often different each time.
     *
     * @param givenName the name that the author gave the first request; it stays
     */
    RequestTemplate hop(String method, Url url, Optional<String> givenName) {
        String target = url.target();
        int question = target.indexOf('?');
        String path = question < 0 ? target : target.substring(0, question);
        String base = options.baseUrl();
        boolean atBase = !base.isEmpty() && Url.parse(base).sameServer(url);
        String name = atBase ? path : url.server() + path;
        RequestSeries under = series(method, givenName.orElse(name));
        return new RequestTemplate(method, name, origin(url), target, false, Headers.NONE, under);
    }

    RequestSeries series(String method, String name) {
        var key = new Key(method, name);
        RequestSeries known = series.get(key);
        if (known == null) {
            if (seriesCount >= NAMES_MAX && !name.equals(OTHER_NAME)) {
                return series(method, OTHER_NAME);
            }
            known = new RequestSeries(this, series.size(), tags, method, name);
            series.put(key, known);
            seriesCount++;
        }
        return known;
    }

    /** The series of the same requests with more tags; the same where there are too many. */
    RequestSeries tagged(RequestSeries base, Tags added) {
        if (seriesCount >= NAMES_MAX) {
            limitReached("names");
            return base;
        }
        seriesCount++;
        Tags all = tags.with(added);
        return new RequestSeries(this, base.number(), all, base.method(), base.name());
    }

    /** The scope without tags of a user or a request. */
    TagScope rootScope() {
        return root;
    }

    /** The scope of a set of tags. */
    TagScope scope(Tags added) {
        if (added.values().isEmpty()) {
            return root;
        }
        TagScope known = scopes.get(added);
        if (known == null) {
            if (scopes.size() >= TAG_SETS_MAX) {
                limitReached("tags");
                return root;
            }
            known = new TagScope(this, added);
            scopes.put(added, known);
        }
        return known;
    }

    private Origin origin(Url url) {
        String server = url.server();
        Origin known = origins.get(server);
        if (known == null) {
            HttpVersion version = options.version();
            boolean http2Only = version == HttpVersion.HTTP_2;
            known =
                    new Origin(
                            url,
                            options.verifyTls(),
                            version.alpn(),
                            http2Only,
                            dialer::forwarding);
            if (origins.size() < ORIGINS_MAX) {
                origins.put(server, known);
            }
        }
        return known;
    }

    private record Key(String method, String text) {}
}
