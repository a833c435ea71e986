package io.spate.script.yaml.step;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    @Property
    void aNumberIsRead(@ForAll long number) {
        assertThat(Numbers.of(Long.toString(number))).hasValue((double) number);
    }

    @Property
    void aFractionIsRead(@ForAll double number) {
        assertThat(Numbers.of(Double.toString(number))).hasValue(number);
    }

    @Property
    void nothingThrows(
            @ForAll @StringLength(max = 8) @CharRange(from = '+', to = 'f') String text) {
        assertThat(Numbers.of(text)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", ".", "1.", ".5", "1e", "1e+", "1d", "NaN", "0x1", " 1", "1 "})
    void otherTextsAreNone(String text) {
        assertThat(Numbers.of(text)).isEmpty();
    }
}
