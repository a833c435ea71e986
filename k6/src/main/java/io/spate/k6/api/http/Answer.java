package io.spate.k6.api.http;

import io.spate.http.ExtractionException;
import io.spate.http.HttpClient;
import io.spate.http.HttpResponse;
import io.spate.http.HttpResponse.Timings;
import io.spate.net.Connection;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Supplier;
import org.graalvm.polyglot.HostAccess;
import org.jspecify.annotations.Nullable;

/** A response as JavaScript reads it: what is not asked for is not made. */
public final class Answer {
    /** k6's number of a URL that is none. */
    static final int INVALID_URL = 1020;

    /** k6's number of what has none of its own, as a URL of another scheme. */
    static final int OTHER = 1000;

    private static final int LOOKS_MAX = 8;
    private static final Timings NO_TIME = new Timings(0, 0, 0, 0, 0, 0, 0);

    private final Wanted wanted;
    private final @Nullable HttpResponse response;
    private final Wanted.ResponseType type;
    private final Supplier<String> url;
    private final String sentCookies;
    private final Optional<Connection.Opening> opening;
    private final String failure;
    private final int failureCode;
    private int looks;

    private Answer(
            Wanted wanted,
            @Nullable HttpResponse response,
            Wanted.ResponseType type,
            Supplier<String> url,
            String sentCookies,
            Optional<Connection.Opening> opening,
            String failure,
            int failureCode) {
        this.wanted = wanted;
        this.response = response;
        this.type = type;
        this.url = url;
        this.sentCookies = sentCookies;
        this.opening = opening;
        this.failure = failure;
        this.failureCode = failureCode;
    }

    /** The answer to the latest request of a client. */
    static Answer of(
            Wanted wanted, HttpResponse response, Wanted.ResponseType type, HttpClient client) {
        return new Answer(
                wanted,
                response,
                type,
                client.lastUrlLater(),
                client.lastCookies(),
                client.lastConnection(),
                "",
                0);
    }

    /** What comes of a request that cannot be made. */
    static Answer invalid(Wanted wanted, String failure, int code) {
        return new Answer(
                wanted,
                null,
                Wanted.ResponseType.NONE,
                wanted::url,
                "",
                Optional.empty(),
                failure,
                code);
    }

    /** The request that it answers. */
    @HostAccess.Export
    public Wanted sent() {
        return wanted;
    }

    /** The cookies that were sent, as in their header; empty for none. */
    @HostAccess.Export
    public String sentCookies() {
        return sentCookies;
    }

    private Optional<HttpResponse> received() {
        return Optional.ofNullable(response);
    }

    @HostAccess.Export
    public int status() {
        return response == null ? 0 : response.status();
    }

    @HostAccess.Export
    public String url() {
        return url.get();
    }

    /** Why there is no response; empty where there is one. */
    @HostAccess.Export
    public String error() {
        return response == null ? failure : response.status() == 0 ? response.error() : "";
    }

    @HostAccess.Export
    public int errorCode() {
        return response == null ? failureCode : response.errorCode();
    }

    /** Status line and headers, a line each. */
    @HostAccess.Export
    public String head() {
        return received().map(HttpResponse::headText).orElse("");
    }

    /** As {@link ReceivedHeaders#of}. */
    @HostAccess.Export
    public String headers() {
        return ReceivedHeaders.of(head());
    }

    /** As {@link ReceivedHeaders#cookies}. */
    @HostAccess.Export
    public String cookies() {
        return ReceivedHeaders.cookies(head());
    }

    /** The body as a text or bytes; null where there is none to be had. */
    @HostAccess.Export
    public @Nullable Object body() {
        if (response == null || response.status() == 0) {
            return null;
        }
        try {
            return switch (type) {
                case TEXT -> response.body();
                case BINARY -> ByteBuffer.wrap(response.bytes());
                case NONE -> null;
            };
        } catch (ExtractionException _) {
            return null;
        }
    }

    /**
     * The value of the body's JSON at a path of names and indices: a text, a number or a boolean.
     *
     * @return null for all that JavaScript is to look at itself
     */
    @HostAccess.Export
    public @Nullable Object json(String path) {
        // Who asks for many values is served better by all of them, made once.
        if (type != Wanted.ResponseType.TEXT || ++looks > LOOKS_MAX) {
            return null;
        }
        return body() instanceof String text ? JsonValue.at(text, path) : null;
    }

    /**
     * In milliseconds: in all, blocked, connecting, the TLS handshake, sending, waiting, receiving.
     */
    @HostAccess.Export
    public double[] timings() {
        var all = received().map(HttpResponse::timings).orElse(NO_TIME);
        return new double[] {
            all.durationNanos() / 1e6,
            all.blockedNanos() / 1e6,
            all.connectingNanos() / 1e6,
            all.tlsHandshakingNanos() / 1e6,
            all.sendingNanos() / 1e6,
            all.waitingNanos() / 1e6,
            all.receivingNanos() / 1e6
        };
    }

    @HostAccess.Export
    public String remoteAddress() {
        return opening.map(Connection.Opening::remoteAddress).orElse("");
    }

    @HostAccess.Export
    public String tlsVersion() {
        return opening.map(Connection.Opening::tlsVersion).orElse("");
    }

    /** What ALPN agreed on; empty for none. */
    @HostAccess.Export
    public String protocol() {
        return opening.map(Connection.Opening::protocol).orElse("");
    }
}
