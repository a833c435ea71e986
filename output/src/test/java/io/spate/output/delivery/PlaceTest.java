package io.spate.output.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTest {
    @ParameterizedTest
    @CsvSource({
        "db:8125, db, 8125",
        "9595, localhost, 9595",
        ":9595, localhost, 9595",
        "[::1]:80, [::1], 80",
        "0.0.0.0:65535, 0.0.0.0, 65535",
    })
    void readsHostAndPort(String text, String host, int port) {
        assertThat(Place.parse(text, "localhost")).isEqualTo(new Place(host, port, Map.of()));
    }

    @Test
    void readsSettingsBehind() {
        assertThat(Place.parse("db:1?namespace=a%20b.&tags", "").query())
                .isEqualTo(Map.of("namespace", "a b.", "tags", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "db", "db:", "db:65536", "http://db:1", "a:b:1", "db:1/x"})
    void refusesAllElse(String text) {
        assertThatThrownBy(() -> Place.parse(text, "localhost"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'%s' is not HOST:PORT", text);
    }
}
