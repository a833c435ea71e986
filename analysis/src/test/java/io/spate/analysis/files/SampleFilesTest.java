package io.spate.analysis.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spate.analysis.files.ResultFile.Samples;
import io.spate.analysis.files.source.Progress;
import io.spate.analysis.files.source.ResultFileException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of single samples, in the words of the tools that write them. */
class SampleFilesTest {
    /** As k6 writes it; see its documentation, results-output/real-time/json. */
    private static final String K6 =
            """
            {"type":"Metric","data":{"name":"http_reqs","type":"counter","contains":"default","thresholds":[],"submetrics":null},"metric":"http_reqs"}
            {"metric":"http_reqs","type":"Point","data":{"time":"2021-05-09T14:34:45.625742514+02:00","value":1,"tags":{"expected_response":"true","group":"","method":"GET","name":"http://test.k6.io","proto":"HTTP/1.1","scenario":"default","status":"200","url":"http://test.k6.io"}}}
            {"type":"Metric","data":{"name":"http_req_duration","type":"trend","contains":"time","thresholds":["p(95)<500"],"submetrics":null},"metric":"http_req_duration"}
            {"metric":"http_req_duration","type":"Point","data":{"time":"2021-05-09T14:34:45.625742514+02:00","value":112.5,"tags":{"expected_response":"true","group":"","method":"GET","name":"http://test.k6.io","status":"200"}}}
            {"metric":"http_req_failed","type":"Point","data":{"time":"2021-05-09T14:34:45.625742514+02:00","value":0,"tags":{"method":"GET","name":"http://test.k6.io","status":"200"}}}
            {"metric":"http_reqs","type":"Point","data":{"time":"2021-05-09T14:34:47.5+02:00","value":1,"tags":{"method":"GET","name":"http://test.k6.io","status":"500"}}}
            {"metric":"http_req_duration","type":"Point","data":{"time":"2021-05-09T14:34:47.5+02:00","value":300,"tags":{"method":"GET","name":"http://test.k6.io","status":"500"}}}
            {"metric":"http_req_failed","type":"Point","data":{"time":"2021-05-09T14:34:47.5+02:00","value":1,"tags":{"method":"GET","name":"http://test.k6.io","status":"500"}}}
            {"metric":"vus","type":"Point","data":{"time":"2021-05-09T14:34:47.5+02:00","value":3,"tags":null}}
            {"type":"Metric","data":{"name":"price","type":"trend","contains":"default","thresholds":[],"submetrics":null},"metric":"price"}
            {"metric":"price","type":"Point","data":{"time":"2021-05-09T14:34:47.5+02:00","value":1.5,"tags":{}}}
            """;

    private static final String JTL =
            """
            timeStamp,elapsed,label,responseCode,responseMessage,threadName,dataType,success,failureMessage,bytes,sentBytes,grpThreads,allThreads,URL,Latency,IdleTime,Connect
            1609459200000,100,Home,200,OK,Thread Group 1-1,text,true,,1024,100,1,1,http://h/,90,0,10
            1609459201000,250,Home,500,"Internal, Error",Thread Group 1-1,text,false,,512,100,2,2,http://h/,240,0,0
            1609459201500,50,Pay,,,Thread Group 1-2,,true,Number of samples,0,0,2,2,null,0,0,0
            1609459200000,350,All,,"Number of samples in transaction : 2, number of failing samples : 1",Thread Group 1-1,,false,,1536,200,1,1,null,0,0,0
            """;

    @TempDir private Path folder;

    @Test
    void readsJsonLinesOfK6() throws IOException {
        var figures = figures(K6);

        assertThat(figures.origin().format()).isEqualTo(FileFormat.K6_JSON);
        assertThat(figures.origin().notices()).isEmpty();
        assertThat(figures.total().requests()).hasValue(2);
        assertThat(figures.total().failures()).hasValue(1);
        assertThat(figures.total().timeMs().max()).isEqualTo(300);
        assertThat(figures.total().timeMs().percentile(50)).isCloseTo(112.5, within(0.2));
        // From the begin of the first request to the end of the last.
        assertThat(figures.seconds()).isCloseTo(1.98676, within(0.0001));
        assertThat(figures.endpoints())
                .singleElement()
                .satisfies(it -> assertThat(it.name()).isEqualTo("http://test.k6.io"));
        assertThat(figures.failures())
                .containsExactly(new Figures.Failure("GET", "http://test.k6.io", "HTTP 500", 1));
        assertThat(figures.timeline()).hasSize(2);
        assertThat(figures.timeline().getLast().users()).isEqualTo(3);
        assertThat(((Samples) read(K6)).run().startedAt())
                .hasToString("2021-05-09T12:34:45.513242514Z");
    }

    @Test
    void readsPackedFilesWhateverTheirName() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var packed = new GZIPOutputStream(bytes)) {
            packed.write(K6.getBytes(UTF_8));
        }
        var file = Files.write(folder.resolve("k6.txt"), bytes.toByteArray());
        var cut =
                Files.write(
                        folder.resolve("cut.txt"),
                        Arrays.copyOf(bytes.toByteArray(), bytes.size() - 30));

        assertThat(figures(file).total().requests()).hasValue(2);
        assertThat(ResultFiles.read(cut, "cut.txt", Progress.NONE).origin().notices())
                .singleElement()
                .asString()
                .startsWith("the file is cut off in line ");
    }

    @Test
    void readsUpToWhereAFileIsCutOff() throws IOException {
        var figures = figures(K6.substring(0, K6.indexOf("\"time\":\"2021-05-09T14:34:47.5") + 20));

        assertThat(figures.origin().notices())
                .containsExactly("the file is cut off in line 6: read up to there");
        assertThat(figures.total().requests()).hasValue(1);
    }

    @Test
    void readsCsvOfK6() throws IOException {
        var figures =
                figures(
                        """
                        metric_name,timestamp,metric_value,check,error,error_code,expected_response,group,method,name,proto,scenario,status,subproto,tls_version,url,extra_tags,metadata
                        http_reqs,1595325560,1.000000,,,,true,,GET,http://test.k6.io,HTTP/1.1,default,200,,,http://test.k6.io,,
                        http_req_duration,1595325560,221.899000,,,,true,,GET,http://test.k6.io,HTTP/1.1,default,200,,,http://test.k6.io,,
                        http_req_failed,1595325560,0.000000,,,,true,,GET,http://test.k6.io,HTTP/1.1,default,200,,,http://test.k6.io,,
                        mine,1595325561,4.000000,,,,,,,,,default,,,,,own=1,
                        vus,1595325561,1.000000,,,,,,,,,,,,,,,
                        """);

        assertThat(figures.origin().format()).isEqualTo(FileFormat.K6_CSV);
        assertThat(figures.origin().notices())
                .containsExactly(
                        "left out mine: the file does not say of which type it is; JSON lines do");
        assertThat(figures.total().requests()).hasValue(1);
        assertThat(figures.seconds()).isEqualTo(2);
        assertThat(figures.total().timeMs().max()).isCloseTo(221.899, within(0.001));
    }

    @Test
    void readsJtl() throws IOException {
        var figures = figures(JTL);

        assertThat(figures.origin().format()).isEqualTo(FileFormat.JTL_CSV);
        assertThat(figures.origin().notices())
                .containsExactly("left out 1 transactions, which are sums of the other samples");
        assertThat(figures.total().requests()).hasValue(3);
        assertThat(figures.endpoints())
                .extracting(Figures.Endpoint::name)
                .containsExactly("Home", "Pay");
        assertThat(figures.failures())
                .containsExactly(new Figures.Failure("", "Home", "Internal, Error", 1));
        assertThat(figures.seconds()).isCloseTo(1.551, within(0.0011));
        assertThat(figures.timeline().getLast().users()).isEqualTo(2);

        var headless = JTL.substring(JTL.indexOf('\n') + 1);
        assertThat(figures(headless).total()).isEqualTo(figures.total());
        assertThat(
                        figures(
                                        JTL.replace("\"Internal, Error\"", "x")
                                                .replace(
                                                        "\"Number of samples in transaction : 2, number",
                                                        "\"Number of samples in transaction number")
                                                .replace(',', ';'))
                                .total())
                .isEqualTo(figures.total());
    }

    @Test
    void readsJtlAsXml() throws IOException {
        var xml =
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <testResults version="1.2">
                <httpSample t="100" ts="1609459200000" s="true" lb="Home" rc="200" rm="OK" na="1">
                  <httpSample t="40" ts="1609459200000" s="true" lb="part" rc="200" rm="OK"/>
                </httpSample>
                <sample t="250" ts="1609459201000" s="false" lb="Pay" rc="500" rm="Error" na="2"/>
                </testResults>
                """;
        var figures = figures(xml);

        assertThat(figures.origin().format()).isEqualTo(FileFormat.JTL_XML);
        assertThat(figures.total().requests()).hasValue(2);
        assertThat(figures.total().failures()).hasValue(1);
        assertThat(figures(xml.replace("</testResults>\n", "")).origin().notices())
                .singleElement()
                .asString()
                .contains("cut off");
        assertThatThrownBy(() -> read(xml.replace("</httpSample>", "</wrong>")))
                .hasMessageContaining("file:5: this is no valid XML");
    }

    @Test
    void readsRequestsThatAListenerOfLocustWrote() throws IOException {
        var figures =
                figures(
                        """
                        start_time,request_type,name,response_time,response_length,exception
                        1609459200.25,GET,/a,12.5,100,
                        1609459201.25,GET,/a,20,0,"ConnectionError(1, 2)"
                        """);

        assertThat(figures.origin().format()).isEqualTo(FileFormat.LOCUST_REQUESTS);
        assertThat(figures.total().requests()).hasValue(2);
        assertThat(figures.failures())
                .containsExactly(new Figures.Failure("GET", "/a", "ConnectionError(1, 2)", 1));
        assertThat(figures.seconds()).isCloseTo(1.02, within(0.0011));
    }

    @Test
    void cutsTimeAndEndpoints() throws IOException {
        var file = read(JTL);

        assertThat(new Cut(1, Double.POSITIVE_INFINITY, List.of()).figures(file).total().requests())
                .hasValue(2);
        assertThat(new Cut(0, 1, List.of()).figures(file).total().requests()).hasValue(1);
        var pay = new Cut(0, Double.POSITIVE_INFINITY, List.of("PAY")).figures(file);
        assertThat(pay.endpoints()).extracting(Figures.Endpoint::name).containsExactly("Pay");
        assertThat(pay.total().requests()).hasValue(1);
    }

    @Test
    void mergesIntervalsOfLongRunsAndTakesSamplesInAnyOrder() throws IOException {
        var seconds = IntStream.range(0, 10_000).boxed().collect(Collectors.toList());
        Collections.shuffle(seconds, new Random(7));
        var rows =
                seconds.stream()
                        .map(it -> "%d000,%d,a,200,OK,true".formatted(1_609_459_200 + it, it % 900))
                        .collect(Collectors.joining("\n"));
        var file =
                (Samples)
                        read(
                                "timeStamp,elapsed,label,responseCode,responseMessage,success\n"
                                        + rows);

        assertThat(file.run().seconds()).hasSizeBetween(2_000, 3_600);
        assertThat(file.run().total().seconds()).isCloseTo(9_999.9, within(1.0));
        assertThat(Cut.NONE.figures(file).total().requests()).hasValue(10_000);
        for (int i = 1; i < file.run().seconds().size(); i++) {
            assertThat(file.run().seconds().get(i).startNanos())
                    .isEqualTo(file.run().seconds().get(i - 1).endNanos());
        }
    }

    @Test
    void saysWhatIsWrong() {
        wrong(K6.replaceFirst("\"value\":1,", "\"value\":,"), "file:2: this is no valid JSON");
        wrong(
                K6.replaceFirst("\"value\":1,", "\"value\":\"x\","),
                "file:2: the value of 'http_reqs'");
        wrong(K6.replaceFirst("2021-05-09T14", "2021-15-09T14"), "file:2: the time '2021-15-");
        wrong(
                K6.replaceFirst("2021-05-09T14:34:47", "1921-05-09T14:34:47"),
                "file:6: this is more than 31 days");
        wrong(
                JTL.replace(",250,", ",many,"),
                "file:3: elapsed is 'many', which is no number of milliseconds");
        wrong(JTL.replace("1609459201000", "2021/01/01 00:00:01"), "timestamp_format=ms");
        wrong(JTL.replace(",500,", ","), "file:3: this row has 16 cells, and there are 17 columns");
        wrong(JTL.substring(0, JTL.indexOf('\n')), "without a single sample");
        wrong("timeStamp,elapsed\n1,2\n", "file:1: the column label is missing");
        wrong("Count,Message,Traceback,Nodes\n", "_exceptions.csv, which has no figures");
        wrong("hello\n", "file:1: no results that Spate knows begin like this");
        wrong("<html></html>", "this is a page of HTML");
        wrong("PK\u0003\u0004", "no results that Spate knows");
    }

    private void wrong(String content, String message) {
        assertThatThrownBy(() -> read(content))
                .isInstanceOf(ResultFileException.class)
                .hasMessageContaining(message);
    }

    private Figures figures(String content) throws IOException {
        return Cut.NONE.figures(read(content));
    }

    private static Figures figures(Path file) throws IOException {
        return Cut.NONE.figures(ResultFiles.read(file, "file", Progress.NONE));
    }

    private ResultFile read(String content) throws IOException {
        var file = Files.writeString(folder.resolve("file"), content);
        return ResultFiles.read(file, "file", Progress.NONE);
    }
}
