package io.spate.wrk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0.00us",
        "635.91, 635.91us",
        "849.99, 849.99us",
        "850, 0.85ms",
        "12920, 12.92ms",
        "849000, 849.00ms",
        "850000, 850.00ms",
        "999999, 1000.00ms",
        "1000000, 1.00s",
        "50999999, 51.00s",
        "51000000, 0.85m",
        "3600000000, 60.00m"
    })
    void timesStepUpAtEightyFivePercentOfAUnit(double micros, String written) {
        assertThat(Units.micros(micros)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"204, 204.00", "870, 870.00", "871, 0.85K", "19070182195.2, 17.76G"})
    void bytesHaveABaseOf1024(double bytes, String written) {
        assertThat(Units.bytes(bytes)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"38, 38.00", "849, 849.00", "850, 0.85k", "56200, 56.20k"})
    void countsHaveABaseOf1000(double count, String written) {
        assertThat(Units.count(count)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"1, 1s", "30, 30s", "50, 50s", "51, 1m", "60, 1m", "90, 2m", "7200, 120m"})
    void theLengthOfATestIsRounded(double seconds, String written) {
        assertThat(Units.seconds(seconds)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"30, 30", "30s, 30", "2m, 120", "1h, 3600", "1M, 60", "2S, 2", "7 m, 420"})
    void timesAreRead(String text, long seconds) {
        assertThat(Units.SECONDS.read(text)).isEqualTo(OptionalLong.of(seconds));
    }

    @ParameterizedTest
    @CsvSource({"1k, 1000", "2K, 2000", "1M, 1000000", "12, 12"})
    void countsAreRead(String text, long count) {
        assertThat(Units.COUNT.read(text)).isEqualTo(OptionalLong.of(count));
    }

    @ParameterizedTest
    @CsvSource({"abc", "1.5k", "1kk", "1kb", "5x", "''", "k"})
    void whatWrkDoesNotTakeIsNotTaken(String text) {
        assertThat(Units.COUNT.read(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1d", "1ms", "2us"})
    void timesHaveNoOtherUnits(String text) {
        assertThat(Units.SECONDS.read(text)).isEmpty();
    }
}
