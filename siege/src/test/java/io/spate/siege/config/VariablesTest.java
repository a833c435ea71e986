package io.spate.siege.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariablesTest {
    private static Variables variables() {
        var variables =
                new Variables(
                        name -> name.equals("HOME") ? Optional.of("/home/me") : Optional.empty());
        variables.set("HOST", "shop.example");
        variables.set("BASE", "http://$(HOST)");
        variables.set("HOME2", "$HOME/2");
        return variables;
    }

    @ParameterizedTest
    @CsvSource({
        "http://$(HOST)/a, http://shop.example/a",
        "http://${HOST}/a, http://shop.example/a",
        "http://$HOST/a, http://shop.example/a",
        "$(BASE)/a, http://shop.example/a",
        "$HOME/log, /home/me/log",
        "$(HOME2)$(HOST), /home/me/2shop.example",
        "/a?price=\\$5, /a?price=$5",
        "\\$(HOST), $(HOST)",
        "/a?$filter=x, /a?$filter=x",
        "/a$, /a$",
        "a\\b, a\\b"
    })
    void putsValuesInThePlaceOfNames(String text, String expected) {
        assertThat(variables().fill(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "$(HOSTS)/a, there is no variable HOSTS: write HOSTS=VALUE in a line above",
        "$(HOST/a, $(HOST/a' has no closing bracket"
    })
    void saysWhatIsWrong(String text, String message) {
        assertThatThrownBy(() -> variables().fill(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void findsACircle() {
        var variables = variables();
        variables.set("A", "$(B)");
        variables.set("B", "x$(A)");

        assertThatThrownBy(() -> variables.fill("$(A)")).hasMessageContaining("circle");
    }

    @Test
    void boundsWhatALineMayBecome() {
        var variables = variables();
        variables.set("V0", "0123456789");
        for (int i = 1; i < 40; i++) {
            variables.set("V" + i, "$(V%d)$(V%d)".formatted(i - 1, i - 1));
        }

        assertThatThrownBy(() -> variables.fill("$(V39)")).hasMessageContaining("too long");
    }

    @Property
    void aTextWithoutDollarsIsLeftAsItIs(
            @ForAll @CharRange(from = '%', to = '\u017f') @StringLength(max = 50) String text) {
        assertThat(variables().fill(text)).isEqualTo(text);
    }

    @Property
    void whatIsEscapedIsLeftAsItIs(@ForAll @StringLength(max = 50) String text) {
        var escaped = text.replace("\\", "").replace("$", "\\$");

        assertThat(variables().fill(escaped)).isEqualTo(text.replace("\\", ""));
    }

    @Property
    void allThreeFormsMeanTheSame(
            @ForAll @AlphaChars @StringLength(min = 1, max = 10) String name,
            @ForAll @AlphaChars @StringLength(max = 10) String value) {
        var variables = variables();
        variables.set(name, value);

        assertThat(variables.fill("$(" + name + ")/x")).isEqualTo(value + "/x");
        assertThat(variables.fill("${" + name + "}/x")).isEqualTo(value + "/x");
        assertThat(variables.fill("$" + name + "/x")).isEqualTo(value + "/x");
    }
}
