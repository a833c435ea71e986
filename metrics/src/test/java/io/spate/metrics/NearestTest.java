package io.spate.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    private static final List<String> NAMES = List.of("users", "duration", "get", "maxUsers");

    @ParameterizedTest
    @CsvSource({
        "usres, users", // swapped
        "user, users", // left out
        "userss, users", // put in
        "uzers, users", // replaced
        "gte, get",
        "maxusers, maxUsers",
        "duratoin, duration",
    })
    void namesWhatWasMeant(String typed, String meant) {
        assertThat(Nearest.hint(typed, NAMES)).isEqualTo("; did you mean \"%s\"?", meant);
    }

    @ParameterizedTest
    @CsvSource({"x", "put", "something else"})
    void namesNothingWhereNothingIsNear(String typed) {
        assertThat(Nearest.hint(typed, NAMES)).isEmpty();
    }
}
