package io.spate.script.yaml.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantitiesTest {

    @ParameterizedTest
    @CsvSource({
        "100, 100",
        "100/s, 100",
        "600/m, 10",
        "36/h, 0.01",
        "10K, 10000",
        "1.5k/s, 1500",
        "2M, 2000000",
        "30 req/s, 30",
        "1_000, 1000"
    })
    void ratesAreASecond(String text, double perSecond) {
        assertThat(Quantities.perSecond(text)).isEqualTo(perSecond);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0.005", "0.5%, 0.005", "100 %, 1", "0, 0", "99.95%, 0.9995"})
    void sharesAreWrittenInPercent(String text, double share) {
        assertThat(Quantities.share(text).doubleValue()).isEqualTo(share);
    }

    @ParameterizedTest
    @CsvSource({"250, 250", "250ms, 250", "1.5s, 1500", "0.5, 0.5", "1m, 60000", "100us, 0.1"})
    void latenciesAreMilliseconds(String text, double millis) {
        assertThat(Quantities.millis(text).doubleValue()).isEqualTo(millis);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1x", "1/d", "-", "--1", "1e999"})
    void otherTextsAreNone(String text) {
        assertThatThrownBy(() -> Quantities.perSecond(text))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Quantities.share(text))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Quantities.millis(text))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Quantities.whole(text))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"101%", "100.01"})
    void noShareIsMoreThanAll(String text) {
        assertThatThrownBy(() -> Quantities.share(text)).hasMessageContaining("100%");
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999999999", "2147483648"})
    void whatDoesNotFitIsTooLarge(String text) {
        assertThatThrownBy(() -> Quantities.whole(text)).hasMessageContaining("too large");
    }
}
