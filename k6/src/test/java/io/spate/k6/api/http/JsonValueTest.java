package io.spate.k6.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonValueTest {
    private static final String SHOP =
            """
            {"token": "a\\u00e9\\n", "count": 12, "price": 1.5e2, "open": true, "shut": false,
             "none": null, "token2": {"token": "inner"}, "twice": 1, "twice": 2,
             "items": [{"id": 7}, {"id": "8", "tags": ["x", "y"]}], "0": "zero", "": "empty"}
            """;

    @ParameterizedTest
    @CsvSource({
        "token2.token, inner",
        "items.1.id, 8",
        "items.1.tags.1, y",
        "0, zero",
    })
    void findsTexts(String path, String value) {
        assertThat(JsonValue.at(SHOP, path)).isEqualTo(value);
    }

    @Test
    void findsWhatIsNoText() {
        assertThat(JsonValue.at(SHOP, "token")).isEqualTo("aé\n");
        assertThat(JsonValue.at(SHOP, "count")).isEqualTo(12.0);
        assertThat(JsonValue.at(SHOP, "price")).isEqualTo(150.0);
        assertThat(JsonValue.at(SHOP, "open")).isEqualTo(true);
        assertThat(JsonValue.at(SHOP, "shut")).isEqualTo(false);
        assertThat(JsonValue.at(SHOP, "items.0.id")).isEqualTo(7.0);
    }

    @Test
    void takesTheFirstOfTwoAsGjsonDoes() {
        assertThat(JsonValue.at(SHOP, "twice")).isEqualTo(1.0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "none", "token2", "items", "missing", "items.2.id", "items.-1.id", "items.x",
                        "token.x",
                "items.99999999999.id", "", ".", "token.", ".token", "token2..token", "items.#",
                        "tok*",
                "items.#(id==7).id", "token|x", "@this", "token2\\.token"
            })
    void leavesTheRestToOthers(String path) {
        assertThat(JsonValue.at(SHOP, path)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"token\": \"a\"",
                "{\"token\": \"a\", }",
                "{\"token\": \"a\"} x",
                "{\"token\": \"a\"} {}",
                "{\"token\": \"a\", \"b\": [1, 2}",
                "token",
                ""
            })
    void findsNothingInWhatIsNoJson(String json) {
        assertThat(JsonValue.at(json, "token")).isNull();
    }
}
