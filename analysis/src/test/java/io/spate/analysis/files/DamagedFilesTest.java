package io.spate.analysis.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.analysis.files.source.Progress;
import io.spate.analysis.files.source.ResultFileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever happens to a file: it is read, or there is one message with the file's name. */
class DamagedFilesTest {
    private static final List<String> WHOLE =
            List.of(
                    """
                    {"type":"Metric","data":{"name":"http_reqs","type":"counter","contains":"default"},"metric":"http_reqs"}
                    {"metric":"http_reqs","type":"Point","data":{"time":"2021-05-09T14:34:45.625742514+02:00","value":1,"tags":{"name":"a"}}}
                    {"metric":"http_req_duration","type":"Point","data":{"time":"2021-05-09T14:34:45.6+02:00","value":112.5,"tags":{"name":"a"}}}
                    """,
                    """
                    metric_name,timestamp,metric_value,name,extra_tags,metadata
                    http_reqs,1595325560,1.000000,"http://x,y",,
                    http_req_duration,1595325561,221.899000,a,,
                    """,
                    """
                    timeStamp,elapsed,label,responseCode,responseMessage,success,allThreads
                    1609459200000,100,Home,200,OK,true,1
                    1609459201000,250,"Ho""me",500,"Error, bad",false,2
                    """,
                    """
                    <?xml version="1.0" encoding="UTF-8"?>
                    <testResults version="1.2">
                    <httpSample t="100" ts="1609459200000" s="true" lb="Home" rc="200" rm="OK" na="1"/>
                    </testResults>
                    """,
                    """
                    Type,Name,Request Count,Failure Count,Median Response Time,Requests/s,Failures/s,50%,95%
                    GET,/a,90,0,12,9.0,0.0,12,25
                    ,Aggregated,100,5,13,10.0,0.5,13,100
                    """,
                    """
                    Timestamp,User Count,Type,Name,Requests/s,Failures/s,50%,Total Request Count,Total Failure Count
                    1609459200,5,,Aggregated,0.0,0.0,N/A,0,0
                    1609459210,10,,Aggregated,10.0,1.0,12,100,10
                    """,
                    """
                    {"format": 1, "started_at": "2026-01-02T03:04:05Z", "measured_seconds": 10,
                     "totals": {"requests": 100, "failures": 2, "service_time_ms": {"p95": 120.5}},
                     "endpoints": [{"method": "GET", "name": "/a", "requests": 100}],
                     "timeline": {"seconds": [0, 1], "vus": [5, 5]}}
                    """,
                    """
                    {"metrics": {"http_reqs": {"count": 50, "rate": 5},
                     "http_req_failed": {"value": 0.1, "passes": 5},
                     "http_req_duration": {"med": 90, "p(95)": 220}}}
                    """,
                    """
                    [{"name": "/a", "method": "GET", "last_request_timestamp": 1609459210.5,
                      "start_time": 1609459200.5, "num_requests": 100, "num_failures": 2,
                      "response_times": {"10": 50, "20": 45, "90": 5}}]
                    """,
                    "{\"success_rate\": 99.5, \"p95_latency\": 120}",
                    """
                    start_time,request_type,name,response_time,exception
                    1609459200.25,GET,/a,12.5,
                    1609459201.25,GET,/a,20,"Error(1, 2)"
                    """);
    private static final String PIECES = "\"{}[],:;\n\r\t\0<>&='0123456789.-+eEnulTZ\u20ac";

    private static Path file = Path.of("");

    @BeforeContainer
    static void create() throws IOException {
        file = Files.createTempFile("damaged", ".txt");
    }

    @AfterContainer
    static void delete() throws IOException {
        Files.delete(file);
    }

    @Property(tries = 1_200)
    void isReadOrToldInOneMessage(
            @ForAll @IntRange(max = 10) int whole,
            @ForAll @IntRange(min = 1, max = 12) int changes,
            @ForAll long seed)
            throws IOException {
        Files.write(file, changed(WHOLE.get(whole), changes, new Random(seed)));
        check();
    }

    @Property(tries = 300)
    void noBytesAreTooStrange(@ForAll byte[] bytes) throws IOException {
        Files.write(file, bytes);
        check();
    }

    private static void check() {
        try {
            var read = ResultFiles.read(file, "the file", Progress.NONE);
            assertThat(Cut.NONE.figures(read).origin().file()).isEqualTo("the file");
        } catch (ResultFileException e) {
            assertThat(e).hasMessageMatching("(?s)the file(:\\d+)?: .+\\. [A-Z].+\\.");
        }
    }

    private static byte[] changed(String text, int changes, Random random) {
        var changed = new StringBuilder(text);
        for (int i = 0; i < changes && !changed.isEmpty(); i++) {
            int at = random.nextInt(changed.length());
            int end = Math.min(changed.length(), at + 1 + random.nextInt(8));
            var piece = PIECES.charAt(random.nextInt(PIECES.length()));
            switch (random.nextInt(6)) {
                case 0 -> changed.delete(at, end);
                case 1 -> changed.insert(at, piece);
                case 2 -> changed.setCharAt(at, piece);
                case 3 -> changed.insert(at, changed.substring(at, end).repeat(3));
                case 4 -> changed.insert(at, "9".repeat(random.nextInt(25)));
                default -> changed.setLength(random.nextInt(8) == 0 ? at : changed.length());
            }
        }
        return changed.toString().getBytes(StandardCharsets.UTF_8);
    }
}
