package io.spate.wrk;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.wrk.stats.Counter;
import io.spate.wrk.stats.Values;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class WrkReportTest {
    private static final String URL = "http://127.0.0.1:8080/index.html";
    private static final OptionalLong RATE = OptionalLong.of(2_000);

    private static WrkOptions options(boolean latency, OptionalLong rate, boolean uncorrected) {
        return new WrkOptions(
                WrkUrl.parse(URL).orElseThrow(),
                400,
                12,
                Duration.ofSeconds(30),
                Duration.ofSeconds(2),
                Optional.empty(),
                List.of(),
                latency,
                rate,
                uncorrected,
                false,
                List.of(URL));
    }

    private static WrkOptions plain() {
        return options(false, OptionalLong.empty(), false);
    }

    private static Values values(long... numbers) {
        var counter = new Counter(10_000_000);
        for (long number : numbers) {
            counter.record(number);
        }
        return counter.values();
    }

    private static WrkResult result(WrkOptions options, Errors errors, Values latency) {
        return new WrkResult(
                options,
                30_000_000,
                22_464_657,
                19_070_182_195L,
                errors,
                latency,
                values(56_000, 56_400, 62_000, 38),
                values(90, 100));
    }

    @Test
    void theHeadNamesTheTest() {
        assertThat(WrkReport.head(plain()))
                .isEqualTo(
                        """
                        Running 30s test @ http://127.0.0.1:8080/index.html
                          12 threads and 400 connections
                        """);
    }

    @Test
    void aTestInWhichAllWentWell() {
        var latency = values(250, 491, 700, 1_200, 5_800, 12_920);
        assertThat(
                        WrkReport.of(
                                result(
                                        options(true, OptionalLong.empty(), false),
                                        Errors.NONE,
                                        latency)))
                .isEqualTo(
                        """
                          Thread Stats   Avg      Stdev     Max   +/- Stdev
                            Latency     3.56ms    5.03ms  12.92ms   83.33%
                            Req/Sec    43.61k    29.18k   62.00k    75.00%
                          Latency Distribution
                             50%    1.20ms
                             75%    5.80ms
                             90%   12.92ms
                             99%   12.92ms
                          22464657 requests in 30.00s, 17.76GB read
                        Requests/sec: 748821.90
                        Transfer/sec:    606.22MB
                        """);
    }

    @Test
    void errorsHaveLinesOfTheirOwn() {
        var errors = new Errors(1, 2, 3, 12, 4);
        assertThat(WrkReport.of(result(plain(), errors, values(100))))
                .contains(
                        """
                          22464657 requests in 30.00s, 17.76GB read
                          Socket errors: connect 1, read 2, write 3, timeout 4
                          Non-2xx or 3xx responses: 12
                        Requests/sec: 748821.90
                        """);
    }

    @Test
    void nothingMeasuredIsNotANumber() {
        var empty =
                new WrkResult(
                        plain(), 1_000_000, 4, 204, Errors.NONE, values(), values(), values());
        assertThat(WrkReport.of(empty))
                .isEqualTo(
                        """
                          Thread Stats   Avg      Stdev     Max   +/- Stdev
                            Latency     0.00us    0.00us   0.00us    -nan%
                            Req/Sec     0.00      0.00     0.00      -nan%
                          4 requests in 1.00s, 204.00B read
                        Requests/sec:      4.00
                        Transfer/sec:     204.00B
                        """);
    }

    @Test
    void aRatePrintsHdrHistogramsSpectrum() {
        var latency = values(1_000, 1_000, 2_000, 3_000);
        assertThat(WrkReport.of(result(options(true, RATE, false), Errors.NONE, latency)))
                .contains(
                        """
                          Latency Distribution (HdrHistogram - Recorded Latency)
                         50.000%    1.00ms
                         75.000%    2.00ms
                         90.000%    3.00ms
                         99.000%    3.00ms
                         99.900%    3.00ms
                         99.990%    3.00ms
                         99.999%    3.00ms
                        100.000%    3.00ms

                          Detailed Percentile spectrum:
                               Value   Percentile   TotalCount 1/(1-Percentile)

                               1.000     0.000000            2         1.00
                        """)
                .contains(
                        """
                               2.000     0.750000            3         4.00
                               3.000     0.775000            4         4.44
                               3.000     1.000000            4          inf
                        #[Mean    =        1.750, StdDeviation   =        0.829]
                        #[Max     =        3.000, Total count    =            4]
                        #[Buckets =           27, SubBuckets     =         2048]
                        ----------------------------------------------------------
                          22464657 requests in 30.00s, 17.76GB read
                        """);
    }

    @Test
    void uncorrectedLatenciesFollowTheOthers() {
        var text = WrkReport.of(result(options(true, RATE, true), Errors.NONE, values(1_000)));
        assertThat(text)
                .contains(
                        "----------------------------------------------------------\n\n"
                                + "  Latency Distribution (HdrHistogram - Uncorrected Latency"
                                + " (measured without taking delayed starts into account))\n"
                                + " 50.000%   90.00us\n");
    }
}
