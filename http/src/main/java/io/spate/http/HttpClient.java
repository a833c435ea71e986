package io.spate.http;

import io.spate.http.channel.Channels;
import io.spate.http.wire.Headers;
import io.spate.http.wire.ResponseHead;
import io.spate.http.wire.Url;
import io.spate.metrics.Recorder;
import io.spate.metrics.Tags;
import io.spate.metrics.Ticker;
import io.spate.net.Connection;
import io.spate.net.EventLoop;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The HTTP client of one virtual user: its connections, cookies and default headers. Blocks the
 * calling virtual thread; belongs to it alone.
 *
 * <p>No {@code Accept-Encoding} is sent unless a header sets one, so that bodies come as they are:
 * decompressing costs the load generator more than anything else it does. One that comes compressed
 * all the same is decompressed when the script asks for it.
 */
public final class HttpClient implements AutoCloseable {
    private final HttpClients clients;
    private final Ticker ticker;
    private final Channels channels;
    private final Exchange exchange;
    private CookieJar cookies;
    private final Outgoing outgoing;
    private TagScope scope;
    private Headers headers;
    private boolean closing;
    private boolean hasDue;
    private long dueNanos;

    /**
     * A client on a loop that records its requests under the given tags. Where there are many
     * users, {@link HttpClients} lets them share what they can.
     */
    public HttpClient(EventLoop loop, Recorder recorder, Tags tags, HttpOptions options) {
        this(new HttpClients(loop, recorder, tags, options), Ticker.system());
    }

    HttpClient(HttpClients clients, Ticker ticker) {
        this.clients = clients;
        this.ticker = ticker;
        channels = clients.newChannels();
        exchange = new Exchange(clients, ticker, channels);
        outgoing = new Outgoing(clients.newTrace());
        cookies = new CookieJar(ticker, this::cookieDropped);
        scope = clients.rootScope();
        headers = clients.headers();
        closing = headers.closing();
    }

    /** Says when the next request is due; it is measured from then. Others are from their start. */
    public void nextDueNanos(long dueNanos) {
        this.dueNanos = dueNanos;
        hasDue = true;
    }

    /** Sets a header that this user sends with every request from now on. */
    public void header(String name, String value) {
        headers = headers.with(name, value);
        closing = headers.closing();
    }

    /**
     * Puts tags on all that this user sends from now on, in place of those set before. Costs
     * nothing where they are the same as before.
     */
    public void tags(Tags tags) {
        if (!tags.equals(scope.added())) {
            scope = clients.scope(tags);
        }
    }

    /** Starts a request: {@code client.request("GET", "/users/{id}").path("id", 7).send()}. */
    public HttpRequest request(String method, String url) {
        return new HttpRequest(this, clients.template(method, url), clients.terms());
    }

    /**
     * Sends a request prepared before, by this user or by another one of its loop.
     *
     * @throws InterruptedRequestException when the virtual user is told to stop at once
     */
    public HttpResponse send(PreparedRequest request) {
        outgoing.set(request, headers, cookies);
        return sendAndFollow();
    }

    HttpResponse send(HttpRequest request) {
        if (request.isPlain()) {
            return send(request.template().prepared(request, clients.headers()));
        }
        outgoing.set(request, headers, cookies);
        return sendAndFollow();
    }

    /** The value of a cookie this user has, of whatever server. */
    public Optional<String> cookie(String name) {
        return cookies.value(name);
    }

    /** Forgets this user's cookies. */
    public void clearCookies() {
        cookies.clear();
    }

    /** Counts a cookie that one of the user's jars has no room for. */
    public void cookieDropped() {
        clients.limitReached("cookies");
    }

    /** The cookies that are sent and received now. */
    public CookieJar jar() {
        return cookies;
    }

    /** Sends and receives other cookies from now on. */
    public void jar(CookieJar other) {
        cookies = other;
    }

    /** The URL of the latest request, after its redirects; without a fragment. */
    public String lastUrl() {
        return lastUrlLater().get();
    }

    /** The same, made into a text when it is asked for, whatever is sent until then. */
    public Supplier<String> lastUrlLater() {
        Url url = outgoing.url();
        return () -> url.server() + url.target();
    }

    /** The cookies of the latest request, as their header had them; empty for none. */
    public String lastCookies() {
        return outgoing.cookies();
    }

    /** The connection of the latest request; empty where there was none. */
    public Optional<Connection.Opening> lastConnection() {
        return exchange.opening();
    }

    /** Closes its connections. */
    @Override
    public void close() {
        channels.closeAll();
    }

    Headers headers() {
        return headers;
    }

    HttpClients clients() {
        return clients;
    }

    private HttpResponse sendAndFollow() {
        int redirectsMax = outgoing.terms().redirectsMax();
        HttpResponse response = run(0, redirectsMax > 0);
        return redirectsMax > 0 && isRedirect(response.status())
                ? follow(response, redirectsMax)
                : response;
    }

    private HttpResponse run(int hop, boolean follows) {
        HttpResponse response = runOnce(hop, follows);
        ResponseHead head = response.head();
        if (head == null || !outgoing.isAsked(head)) {
            return response;
        }
        RequestTemplate same =
                clients.hop(outgoing.method(), outgoing.url(), Optional.of(outgoing.name()));
        outgoing.set(outgoing.answering(this, same, head), headers, cookies);
        return runOnce(hop, follows);
    }

    private HttpResponse runOnce(int hop, boolean follows) {
        long startNanos = ticker.nanoTime();
        long due = hasDue ? dueNanos : startNanos;
        hasDue = false;
        boolean closes = closing || outgoing.closing();
        outgoing.record(scope);
        HttpResponse response = exchange.run(outgoing, closes, hop, follows, due, startNanos);
        ResponseHead head = response.head();
        if (head != null && head.setsCookies()) {
            cookies.accept(head, outgoing.url());
        }
        return response;
    }

    private HttpResponse follow(HttpResponse redirect, int redirectsMax) {
        HttpResponse response = redirect;
        Optional<String> givenName = outgoing.givenName();
        Url first = outgoing.url();
        Headers defaults = headers;
        for (int hop = 1; hop <= redirectsMax && isRedirect(response.status()); hop++) {
            Optional<Url> to = response.header("Location").flatMap(outgoing.url()::find);
            if (to.isEmpty()) {
                return response;
            }
            int status = response.status();
            String method = outgoing.method();
            boolean keeps = status == 307 || status == 308;
            String next = keeps || method.equals("HEAD") ? method : "GET";
            boolean sameServer = first.sameServer(to.get());
            if (!sameServer) {
                defaults = defaults.withoutSecrets().without("Host");
            }
            RequestTemplate template = clients.hop(next, to.get(), givenName);
            outgoing.set(outgoing.redirected(this, template, keeps, sameServer), defaults, cookies);
            response = run(hop, hop < redirectsMax);
        }
        return response;
    }

    private static boolean isRedirect(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }
}
