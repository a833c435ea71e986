package io.spate.cli.wrk;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.wrk.WrkOptions;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrkArgumentsTest {
    private static final String URL = "http://127.0.0.1:8080/index.html";

    private static WrkOptions options(String... arguments) {
        return switch (WrkArguments.parse(List.of(arguments))) {
            case WrkArguments.Test(var options, var _) -> options;
            case WrkArguments.Usage(var message, var _) -> throw new AssertionError(message);
        };
    }

    private static String refused(String... arguments) {
        return switch (WrkArguments.parse(List.of(arguments))) {
            case WrkArguments.Test test -> throw new AssertionError(test.toString());
            case WrkArguments.Usage(var message, var _) -> message;
        };
    }

    @Test
    void aUrlAloneIsTwoThreadsTenConnectionsTenSeconds() {
        var options = options(URL);
        assertThat(options.threads()).isEqualTo(2);
        assertThat(options.connections()).isEqualTo(10);
        assertThat(options.duration()).isEqualTo(Duration.ofSeconds(10));
        assertThat(options.timeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(options.latency()).isFalse();
        assertThat(options.rate()).isEmpty();
        assertThat(options.arguments()).containsExactly(URL);
    }

    @Test
    void valuesMayBeAttachedAndOptionsMayFollowTheUrl() {
        var options = options("-t12", "-c1k", URL, "-d2m", "-T30s", "-L", "-sfile.lua");
        assertThat(options.threads()).isEqualTo(12);
        assertThat(options.connections()).isEqualTo(1_000);
        assertThat(options.duration()).isEqualTo(Duration.ofMinutes(2));
        assertThat(options.timeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(options.latency()).isTrue();
        assertThat(options.script()).contains("file.lua");
    }

    @Test
    void longOptionsMayBeAbbreviated() {
        var options =
                options("--threads=4", "--conn", "400", "--dur=30s", "--lat", "--time", "5", URL);
        assertThat(options.threads()).isEqualTo(4);
        assertThat(options.connections()).isEqualTo(400);
        assertThat(options.latency()).isTrue();
        assertThat(options.timeout()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void headersAreKeptInTheirOrder() {
        assertThat(options("-H", "A: 1", "--header", "B: 2", URL).headers())
                .containsExactly("A: 1", "B: 2");
    }

    @Test
    void theScriptGetsWhatFollowsTheUrl() {
        assertThat(options("-c10", URL, "--", "--flag", "-t5", "x").arguments())
                .containsExactly(URL, "--flag", "-t5", "x");
    }

    @Test
    void aRateMakesItWrk2() {
        var options = options("-R2k", "-U", "-B", URL);
        assertThat(options.rate()).isEqualTo(OptionalLong.of(2_000));
        assertThat(options.latency()).isTrue();
        assertThat(options.uncorrected()).isTrue();
        assertThat(options.wholeBatches()).isTrue();
    }

    @Test
    void theVersionIsShownAndTheRestDone() {
        assertThat(WrkArguments.parse(List.of("-v")).showsVersion()).isTrue();
        assertThat(WrkArguments.parse(List.of("-v", URL)).showsVersion()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-t4 -c2 http://h/ | number of connections must be >= threads",
                "-c0 http://h/ | number of connections must be >= threads",
                "foo | invalid URL: foo",
                "h:80/ | invalid URL: h:80/",
                "http:// | invalid URL: http://",
                "http:///x | invalid URL: http:///x",
                "http://h:99999/ | invalid URL: http://h:99999/",
                "--nosuch http://h/ | wrk: unrecognized option '--nosuch'",
                "-h | wrk: invalid option -- 'h'",
                "-c | wrk: option requires an argument -- 'c'",
                "--connections | wrk: option '--connections' requires an argument",
                "--t 1 | wrk: option '--t' is ambiguous; possibilities: '--threads' '--timeout'",
                "--latency=1 | wrk: option '--latency' doesn't allow an argument",
                "-t0 http://h/ | ''",
                "-d0 http://h/ | ''",
                "-c abc http://h/ | ''",
                "-R0 http://h/ | Throughput MUST be specified with the --rate or -R option",
                "-c2000000 http://h/ | ''",
            })
    void badArgumentsHaveWrksMessages(String line, String message) {
        assertThat(refused(line.strip().split(" ", -1))).isEqualTo(message);
    }

    @Test
    void noArgumentsShowTheUsageAlone() {
        assertThat(refused()).isEmpty();
    }
}
