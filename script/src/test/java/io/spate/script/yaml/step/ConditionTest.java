package io.spate.script.yaml.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spate.script.yaml.text.FakeValues;
import io.spate.script.yaml.text.Values;
import io.spate.script.yaml.text.Variables;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {
    private static final Map<String, String> VALUES =
            Map.of("five", "5", "text", "red lamp", "empty", "", "decimal", "5.0", "yes", "true");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${five} == 5",
                "${five} == ${decimal}",
                "${five} != 6",
                "${five} < 10",
                "${five} <= 5.0",
                "${five} >= 5",
                "${five} > -1",
                "${five} > 4 and ${five} < 6",
                "${five} > 9 or ${five} < 6",
                "${five} > 9 || ${five} < 6 && ${text} contains lamp",
                "not ${five} > 9",
                "!(${five} > 9)",
                "not not ${five} == 5",
                "(${five} > 9 or ${five} == 5) and ${yes} == true",
                "${text} == 'red lamp'",
                "${text} == \"red lamp\"",
                "${text} contains 'd l'",
                "${text} matches '^red .*p$'",
                "${text} exists",
                "${empty} exists",
                "${empty} == ''",
                "not ${unset} exists",
                "${unset} != 5",
                "not ${unset} == 5",
                "not ${unset} < 5",
                "not ${text} < 5",
                "'${five}!' == '5!'",
                "${userId} == 7 and ${iteration} == 3",
                "status == 0",
                "status != 2xx",
                "not ok",
                "not body exists",
                "not json($.a) exists",
                "not duration < 500ms",
                "cookie(sid) == 's=1'",
                "not cookie(none) exists",
                "${android} == 1 and ${orange} == 2",
            })
    void holds(String text) {
        assertThat(answer(text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                       | expected a value, found the end",
                "${five}                  | after a value, found the end",
                "${five} == 5 6           | expected and, or, or the end, found \"6\"",
                "${five} = 5              | == != <",
                "(${five} == 5            | closing bracket",
                "${five} == 5)            | expected and, or, or the end",
                "${five} < red            | compares numbers, and \"red\" is none",
                "${five} matches '('      | not a regular expression",
                "${five} matches red      | a regular expression in quotes",
                "${fivee} == 5            | did you mean \"five\"?",
                "statsu == 200            | did you mean \"status\"?",
                "five == 5                | write ${five}",
                "json($..[) exists        | JSON path",
                "json $.a exists          | a bracket, as in json(...)",
                "json($.a exists          | closing bracket",
                "${five} == 'x            | closing quote",
                "pointer(a) exists        | pointer",
                "${five} == 5 and         | expected a value, found the end",
            })
    void saysWhatIsWrong(String text, String words) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words);
    }

    @Property
    void numbersCompareAsNumbers(
            @ForAll @IntRange(min = -1000, max = 1000) int left,
            @ForAll @IntRange(min = -1000, max = 1000) int right) {
        assertThat(answer("%d.50 < %d.5".formatted(left, right)))
                .isEqualTo(number(left) < number(right));
        assertThat(answer("%d == %d.0".formatted(left, right))).isEqualTo(left == right);
        assertThat(answer("%d >= %d".formatted(left, right))).isEqualTo(left >= right);
    }

    private static double number(int whole) {
        return Double.parseDouble(whole + ".5");
    }

    private static boolean answer(String text) {
        return Answers.holds(parse(text), new FakeSituation(), null);
    }

    private static Condition parse(String text) {
        var variables = new Variables(Map.of());
        VALUES.keySet().forEach(variables::define);
        variables.define("unset");
        variables.define("android");
        variables.define("orange");
        return ConditionParser.parse(text, variables);
    }

    /** A user with some variables and one cookie. */
    private static final class FakeSituation implements Situation {
        private final Values values = new FakeValues(all(), 1);

        private static Map<String, String> all() {
            var all = new HashMap<>(VALUES);
            all.put("android", "1");
            all.put("orange", "2");
            return all;
        }

        @Override
        public Optional<String> cookie(String name) {
            return name.equals("sid") ? Optional.of("s=1") : Optional.empty();
        }

        @Override
        public Optional<String> find(String name) {
            return values.find(name);
        }

        @Override
        public String variable(String name) {
            return values.variable(name);
        }

        @Override
        public long userId() {
            return values.userId();
        }

        @Override
        public long iteration() {
            return values.iteration();
        }

        @Override
        public RandomGenerator random() {
            return values.random();
        }
    }
}
