package io.spate.http.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What the head of a response costs: to find its end, and to scan it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class HeadParserBenchmark {
    private static final String LEAN =
            """
            HTTP/1.1 200 OK
            Server: nginx/1.22.1
            Date: Sat, 21 Nov 2026 00:00:00 GMT
            Content-Type: application/json
            Content-Length: 27
            Connection: keep-alive

            """;

    private static final String BROWSERS =
            """
            HTTP/1.1 200 OK
            Server: nginx/1.22.1
            Date: Sat, 21 Nov 2026 00:00:00 GMT
            Content-Type: text/html; charset=utf-8
            Transfer-Encoding: chunked
            Connection: keep-alive
            Vary: Accept-Encoding, Cookie
            Cache-Control: private, max-age=0, must-revalidate
            Set-Cookie: session=8f14e45fceea167a5a36dedd4bea2543; Path=/; HttpOnly; Secure
            Strict-Transport-Security: max-age=63072000; includeSubDomains; preload
            Content-Security-Policy: default-src 'self'; img-src 'self' data:; object-src 'none'
            X-Content-Type-Options: nosniff
            X-Frame-Options: DENY
            Referrer-Policy: strict-origin-when-cross-origin
            X-Request-Id: 0f8fad5b-d9cb-469f-a165-70867728950e

            """;

    /** A lean head as an API sends it, or one as a site sends it to browsers. */
    @Param({"lean", "browsers"})
    public String head = "lean";

    private byte[] bytes = {};

    /** Puts the head on the wire. */
    @Setup
    public void prepare() {
        String text = head.equals("lean") ? LEAN : BROWSERS;
        bytes = text.replace("\n", "\r\n").getBytes(ISO_8859_1);
    }

    /** Where the head ends. */
    @Benchmark
    public int end() {
        return HeadParser.end(bytes, 0, 0, bytes.length);
    }

    /** Status, framing and what else the client needs; a copy of the bytes is kept. */
    @Benchmark
    public Object parse() throws Exception {
        return HeadParser.parse(bytes, 0, bytes.length);
    }
}
