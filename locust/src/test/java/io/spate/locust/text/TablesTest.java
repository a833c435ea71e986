package io.spate.locust.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.locust.stats.Numbers;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What Locust prints and writes, character by character. */
class TablesTest {
    private final Numbers numbers = Numbers.ofAShortRun();

    @Test
    void printsRequests() {
        assertThat(String.join("\n", ConsoleTables.plain().requests(numbers.book(), false)))
                .isEqualTo(
                        """
                        Type     Name                                                                          # reqs      # fails |    Avg     Min     Max    Med |   req/s  failures/s
                        --------|----------------------------------------------------------------------------|-------|-------------|-------|-------|-------|-------|--------|-----------
                        POST     /api/orders                                                                        2   2(100.00%) |    742     250    1234    250 |    0.20        0.20
                        GET      /api/users                                                                        10     0(0.00%) |     55      10     100     50 |    1.00        0.00
                        --------|----------------------------------------------------------------------------|-------|-------------|-------|-------|-------|-------|--------|-----------
                                 Aggregated                                                                        12    2(16.67%) |    169      10    1234     60 |    1.20        0.20""");
    }

    @Test
    void printsPercentiles() {
        var lines = ConsoleTables.plain().percentiles(numbers.book());

        assertThat(lines.getFirst()).isEqualTo("Response time percentiles (approximated)");
        assertThat(lines.get(1).substring(89))
                .isEqualTo(
                        "      50%    66%    75%    80%    90%    95%    98%    99%  99.9% 99.99%   100% # reqs");
        assertThat(lines.get(2)).startsWith("--------|----").endsWith("|------|------");
        assertThat(lines.get(4).substring(0, 19)).isEqualTo("GET      /api/users");
        assertThat(lines.get(4).substring(89))
                .isEqualTo(
                        "       60     70     80     90    100    100    100    100    100    100    100     10");
    }

    @Test
    void printsErrors() {
        var lines = ConsoleTables.plain().errors(numbers.book());

        assertThat(lines)
                .startsWith("Error report")
                .element(3, org.assertj.core.api.InstanceOfAssertFactories.STRING)
                .startsWith(
                        "1                  POST /api/orders: HTTPError('500 Server Error: Internal Server"
                                + " Error for url: /x')");
        assertThat(lines.get(4).strip())
                .isEqualTo("1                  POST /api/orders: no \"id\", sorry");
        assertThat(lines.get(2)).isEqualTo("-".repeat(18) + "|" + "-".repeat(141));
    }

    @Test
    void aNarrowTerminalHasNarrowTables() {
        assertThat(ConsoleTables.of(120).requests(numbers.book(), true))
                .allMatch(it -> it.length() <= 130);
        assertThat(ConsoleTables.of(40).requests(numbers.book(), true)).isNotEmpty();
    }

    @Test
    void writesCsv() {
        assertThat(CsvFiles.stats(numbers.book()))
                .isEqualTo(
                        "Type,Name,Request Count,Failure Count,Median Response Time,Average Response Time,"
                                + "Min Response Time,Max Response Time,Average Content Size,Requests/s,"
                                + "Failures/s,50%,66%,75%,80%,90%,95%,98%,99%,99.9%,99.99%,100%\r\n"
                                + "POST,/api/orders,2,2,250.25,742.375,250.25,1234.5,12.5,0.2,0.2,1200,1200,"
                                + "1200,1200,1200,1200,1200,1200,1200,1200,1200\r\n"
                                + "GET,/api/users,10,0,50,55.0,10.0,100.0,100.0,1.0,0.0,60,70,80,90,100,100,"
                                + "100,100,100,100,100\r\n"
                                + ",Aggregated,12,2,60,169.5625,10.0,1234.5,85.41666666666667,1.2,0.2,70,80,"
                                + "100,100,250,1200,1200,1200,1200,1200,1200\r\n");
        assertThat(CsvFiles.failures(numbers.book()).lines().skip(1))
                .contains(
                        "POST,/api/orders,\"CatchResponseError('no \"\"id\"\", sorry')\",1,"
                                + "2026-01-02T03:04:15Z,2026-01-02T03:04:15Z");
        assertThat(CsvFiles.history(numbers.book(), 1767323055, 3, false))
                .startsWith("1767323055,3,,Aggregated,")
                .endsWith(",12,2,60,169.5625,10.0,1234.5,85.41666666666667\r\n");
    }

    @Test
    void writesWhatHasNoRequestsYet() {
        var none = new Numbers().book();

        assertThat(CsvFiles.stats(none).lines().toList().getLast())
                .isEqualTo(
                        ",Aggregated,0,0,0,0.0,0,0,0,0.0,0.0,N/A,N/A,N/A,N/A,N/A,N/A,N/A,N/A,N/A,N/A,N/A");
        assertThat(ConsoleTables.plain().errors(none)).isEmpty();
        assertThat(JsonText.of(none)).isEqualTo("[]");
    }

    @Test
    void writesJson() {
        assertThat(JsonText.of(numbers.book()))
                .startsWith(
                        "[\n    {\n        \"name\": \"/api/orders\",\n        \"method\": \"POST\",")
                .contains("\"num_requests\": 10", "\"response_times\": {\n            \"10\": 1,")
                .endsWith("    }\n]");
    }

    @Test
    void writesAPage() {
        var report =
                new HtmlReport("<locustfile>.py", "http://h", "{\"per_class\":{},\"total\":{}}");
        report.second(numbers.book(), 3, java.time.Instant.EPOCH);

        assertThat(report.text(numbers.book(), java.time.Instant.EPOCH))
                .contains("&lt;locustfile&gt;.py", "Request Statistics", "<td>/api/users</td>")
                .doesNotContain("<locustfile>");
    }

    @Test
    void floatsAreAsPythonWritesThem() {
        assertThat(List.of(0.1, 1.0, 1e16, 123456789012345680.0, 1e-5, 0.0001, 12345.678))
                .extracting(PythonText::repr)
                .containsExactly(
                        "0.1",
                        "1.0",
                        "1e+16",
                        "1.2345678901234568e+17",
                        "1e-05",
                        "0.0001",
                        "12345.678");
    }
}
