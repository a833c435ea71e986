package io.spate.locust.host;

import io.spate.http.ExtractionException;
import io.spate.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.graalvm.polyglot.HostAccess;
import org.jspecify.annotations.Nullable;

/** A response as Python reads it: what is not asked for is not made. */
public final class Answer {
    private final @Nullable HttpResponse response;
    private final String url;
    private final double millis;
    private final String problem;

    private Answer(@Nullable HttpResponse response, String url, double millis, String problem) {
        this.response = response;
        this.url = url;
        this.millis = millis;
        this.problem = problem;
    }

    static Answer of(HttpResponse response, String url, double millis) {
        return new Answer(response, url, millis, "");
    }

    /** What comes of a request that cannot be made. */
    static Answer impossible(String problem) {
        return new Answer(null, "", 0, problem);
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

    /** The URL of the last request, after redirects. */
    @HostAccess.Export
    public String url() {
        return url;
    }

    /** From the start of the first request to the end of the last response. */
    @HostAccess.Export
    public double millis() {
        return millis;
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
        return response.header("Content-Encoding").isEmpty()
                ? response.bodyBytes()
                : bytes().length;
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
