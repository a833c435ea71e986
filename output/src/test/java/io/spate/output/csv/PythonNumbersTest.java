package io.spate.output.csv;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PythonNumbersTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0.0",
        "1, 1.0",
        "0.1, 0.1",
        "12.5, 12.5",
        "33.333333333333336, 33.333333333333336",
        "1e7, 10000000.0",
        "123456789012345680, 1.2345678901234568e+17",
        "1e15, 1000000000000000.0",
        "1e16, 1e+16",
        "0.0001, 0.0001",
        "0.00001, 1e-05",
        "0.000012345, 1.2345e-05",
        "-2.5, -2.5"
    })
    void floatsArePrintedAsByRepr(double value, String text) {
        assertThat(PythonNumbers.repr(value)).isEqualTo(text);
    }

    @Property
    void aFloatReadsBackAsItself(@ForAll double value) {
        assertThat(Double.parseDouble(PythonNumbers.repr(value))).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"0, 0.000000", "16.7, 16.700000", "1e-9, 0.000000", "1234567.8, 1234567.800000"})
    void ratesOfTheHistoryHaveSixDecimals(double value, String text) {
        assertThat(PythonNumbers.fixed(value)).isEqualTo(text);
    }
}
