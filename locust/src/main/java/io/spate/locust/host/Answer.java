package io.spate.locust.host;

import io.spate.http.ExtractionException;
import io.spate.http.HttpResponse;
import io.spate.locust.stats.StatsEntry;
import io.spate.metrics.Ticker;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.graalvm.polyglot.HostAccess;
import org.jspecify.annotations.Nullable;

/** A response as Python reads it: what is not asked for is not made. */
public final class Answer {
    private final @Nullable HttpResponse response;
    private final String asked;
    private final String url;
    private final long startNanos;
    private final long endNanos;
    private final @Nullable Ticker ticker;
    private final @Nullable Supplier<StatsEntry> entry;
    private final String problem;
    private boolean streamed;

    private Answer(
            @Nullable HttpResponse response,
            String asked,
            String url,
            long startNanos,
            @Nullable Ticker ticker,
            @Nullable Supplier<StatsEntry> entry,
            String problem) {
        this.response = response;
        this.asked = asked;
        this.url = url;
        this.startNanos = startNanos;
        this.endNanos = ticker == null ? startNanos : ticker.nanoTime();
        this.ticker = ticker;
        this.entry = entry;
        this.problem = problem;
    }

    /**
     * One that has come just now.
     *
     * @param entry where it is counted
     */
    static Answer of(
            HttpResponse response,
            String asked,
            String url,
            long startNanos,
            Ticker ticker,
            Supplier<StatsEntry> entry) {
        return new Answer(response, asked, url, startNanos, ticker, entry, "");
    }

    /** What comes of a request that cannot be made. */
    static Answer impossible(String problem) {
        return new Answer(null, "", "", 0, null, null, problem);
    }

    /** Why the request could not be made; empty where it was. */
    @HostAccess.Export
    public String problem() {
        return problem;
    }

    /** 0 where there was no response. */
    @HostAccess.Export
    public int status() {
        return response == null ? 0 : response.status();
    }

    /** Counts it as one that went well. */
    @HostAccess.Export
    public void count() {
        if (entry != null) {
            entry.get().log(millis(), length());
        }
    }

    /** The URL of the request. */
    @HostAccess.Export
    public String asked() {
        return asked;
    }

    /** Its path and query. */
    @HostAccess.Export
    public String path() {
        return Urls.path(asked);
    }

    /** The URL of the last request, after redirects. */
    @HostAccess.Export
    public String url() {
        return url;
    }

    /** From the start of the first request to the end of the last response. */
    @HostAccess.Export
    public double millis() {
        if (streamed) {
            return waitedMillis();
        }
        return (endNanos - startNanos) / 1e6;
    }

    /**
     * Has its time end and its length stand where its body begins, as for one that is read later.
     */
    @HostAccess.Export
    public void streamed() {
        streamed = true;
    }

    /** When the request began, in seconds since 1970. */
    @HostAccess.Export
    public double startSeconds() {
        if (ticker == null) {
            return 0;
        }
        var now = ticker.instant();
        double past = (ticker.nanoTime() - startNanos) / 1e9;
        return now.getEpochSecond() + now.getNano() / 1e9 - past;
    }

    /** Until the response began. */
    @HostAccess.Export
    public double waitedMillis() {
        if (response == null) {
            return 0;
        }
        var timings = response.timings();
        return (timings.responseTimeNanos() - timings.receivingNanos()) / 1e6;
    }

    /** The kind of failure; empty for none. */
    @HostAccess.Export
    public String kind() {
        return response == null ? "" : response.errorKind();
    }

    @HostAccess.Export
    public String error() {
        return response == null ? "" : response.error();
    }

    /** Status line and headers, a line each. */
    @HostAccess.Export
    public String head() {
        return response == null ? "" : response.headText();
    }

    /** How many bytes the body has, unpacked. */
    @HostAccess.Export
    public long length() {
        if (response == null || response.status() == 0) {
            return 0;
        }
        if (streamed) {
            return response.header("Content-Length").map(Answer::number).orElse(0L);
        }
        return response.header("Content-Encoding").isEmpty()
                ? response.bodyBytes()
                : bytes().length;
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException _) {
            return 0;
        }
    }

    @HostAccess.Export
    public String text() {
        if (response == null) {
            return "";
        }
        try {
            return response.body();
        } catch (ExtractionException _) {
            return "";
        }
    }

    /** The body as a text with a character for each byte. */
    @HostAccess.Export
    public String latin1() {
        return new String(bytes(), StandardCharsets.ISO_8859_1);
    }

    private byte[] bytes() {
        try {
            return response == null ? new byte[0] : response.bytes();
        } catch (ExtractionException _) {
            return new byte[0];
        }
    }

    /** The cookies that the response sets, as it sets them. */
    @HostAccess.Export
    public List<String> setCookies() {
        return response == null ? List.of() : response.headers("Set-Cookie");
    }
}
