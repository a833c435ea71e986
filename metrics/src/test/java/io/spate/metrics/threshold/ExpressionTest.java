package io.spate.metrics.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.spate.metrics.Selector;
import io.spate.metrics.Tags;
import io.spate.metrics.ThresholdSyntaxException;
import io.spate.metrics.threshold.Condition.Aggregation;
import io.spate.metrics.threshold.Condition.Apdex;
import io.spate.metrics.threshold.Condition.Comparison;
import io.spate.metrics.threshold.Condition.Percentile;
import io.spate.metrics.threshold.Condition.Plain;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * The grammar of thresholds: what is written is read as what was meant, or told where it is not.
 */
class ExpressionTest {

    @Provide
    Arbitrary<Threshold> thresholds() {
        Arbitrary<Aggregation> aggregations =
                Arbitraries.oneOf(
                        Arbitraries.of(Plain.class),
                        Arbitraries.doubles().between(0, 100).ofScale(3).map(Percentile::new),
                        Arbitraries.doubles().between(0.001, 80_000).ofScale(3).map(Apdex::new));
        var bounds =
                Arbitraries.oneOf(
                        Arbitraries.doubles().between(-1e6, 1e6).ofScale(4),
                        Arbitraries.of(0.0, 1e15, -1e-9));
        Arbitrary<Scope> scopes =
                Arbitraries.oneOf(
                        Arbitraries.just(Scope.RUN),
                        Arbitraries.integers()
                                .between(1, 600)
                                .map(it -> new Scope.Window(Duration.ofSeconds(it))),
                        Arbitraries.integers()
                                .between(11, 24 * 60)
                                .map(it -> new Scope.Window(Duration.ofMinutes(it))),
                        Arbitraries.of("50 users", "200/s", "over 30s", "a{b}", "at")
                                .map(Scope.Level::new));
        var tags =
                Arbitraries.maps(
                                Arbitraries.of("name", "status", "scenario"),
                                Arbitraries.of("200", "http://h/{id}?a=b:c", "a, b", " x ", "\"q"))
                        .ofMaxSize(3);
        return Combinators.combine(
                        aggregations, Arbitraries.of(Comparison.class), bounds, scopes, tags)
                .as(ExpressionTest::threshold);
    }

    private static Threshold threshold(
            Aggregation aggregation,
            Comparison comparison,
            double bound,
            Scope scope,
            Map<String, String> tags) {
        var number = BigDecimal.valueOf(bound).toPlainString();
        var text = aggregation.text() + comparison.text() + number;
        var condition = new Condition(text, aggregation, comparison, bound);
        var selector = new Selector("http_req_duration", new Tags(tags));
        return new Threshold(selector, condition, scope, 0, false, Duration.ZERO);
    }

    @Property
    void whatIsWrittenIsReadAgain(@ForAll("thresholds") Threshold threshold) {
        assertThat(Threshold.parse(threshold.selector().text(), threshold.expression()))
                .isEqualTo(threshold);
    }

    @Property(tries = 3000)
    void anyTextIsReadOrToldWhereItIsWrong(
            @ForAll("texts") String selector, @ForAll("texts") String text) {
        try {
            var read = Threshold.parse(selector, text);
            assertThat(Threshold.parse(read.selector().text(), read.expression())).isEqualTo(read);
        } catch (ThresholdSyntaxException e) {
            assertThat(e.offset()).isBetween(0, e.text().length());
        }
    }

    @Provide
    Arbitrary<String> texts() {
        var pieces =
                Arbitraries.of(
                                "p",
                                "(",
                                ")",
                                "95",
                                ".",
                                "avg",
                                "rate",
                                "apdex",
                                "<",
                                "=",
                                ">",
                                "!",
                                "-",
                                "+",
                                "1",
                                "0",
                                "e",
                                "9999",
                                " ",
                                "over",
                                "at",
                                "30",
                                "s",
                                "m",
                                "h",
                                "ms",
                                "50 users",
                                "{",
                                "}",
                                ":",
                                ",",
                                "\"",
                                "'",
                                "a")
                        .list()
                        .ofMaxSize(12)
                        .map(it -> String.join("", it));
        return Arbitraries.oneOf(pieces, pieces, Arbitraries.strings().ofMaxLength(12));
    }

    @Example
    void readsTheParts() {
        assertThat(scope("p(95)<500 over 30s")).isEqualTo(window(30));
        assertThat(scope("rate < 0.01  over  1h30m ")).isEqualTo(window(5400));
        assertThat(scope("avg<1 over 90s").text()).isEqualTo(" over 1m30s");
        assertThat(scope("avg<1e2 at 50 users")).isEqualTo(new Scope.Level("50 users"));
        assertThat(scope("avg<100")).isEqualTo(Scope.RUN);
        assertThat(aggregation("apdex(500ms)>0.9")).isEqualTo(new Apdex(500));
        assertThat(aggregation("apdex( 500 )>0.9")).isEqualTo(new Apdex(500));
        assertThat(aggregation("apdex(1.5s)>0.9 over 10s")).isEqualTo(new Apdex(1500));
        assertThat(new Apdex(1500).text()).isEqualTo("apdex(1500ms)");
    }

    @Example
    void saysWhatItExpectedAndWhere() {
        fails("avg<500 over", 12, "expected how long the window is");
        fails("avg<500 over 30", 13, "such as 30s or 5m, found \"30\"");
        fails("avg<500 over 0s", 13, "at least one");
        fails("avg<500 over 1.5s", 13, "how long the window is");
        fails("avg<500 over 601s", 13, "whole number of minutes");
        fails("avg<500 over 25h", 13, "a day");
        fails("avg<500 at ", 11, "the name of a level");
        fails("avg<500 in 30s", 8, "expected nothing after the number");
        fails("apdex>0.9", 0, "such as apdex(500ms)");
        fails("apdex(0)>0.9", 6, "above 0");
        fails("apdex(5m)>0.9", 7, "expected ms or s");
        fails("apdex(5ms>0.9", 9, "expected )");
        assertThatExceptionOfType(ThresholdSyntaxException.class)
                .isThrownBy(() -> Condition.parse("avg<500 over 30s"));
    }

    @Example
    void refusesPartsThatAreNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Scope.Level(" "));
        assertThatIllegalArgumentException().isThrownBy(() -> new Scope.Level("a "));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Scope.Window(Duration.ofMillis(1500)));
    }

    @Example
    void anApdexIsOfTimes() {
        assertThat(Threshold.parse("http_req_duration", "apdex(500)>0.9").problem()).isEmpty();
        assertThat(Threshold.parse("http_reqs", "apdex(500)>0.9").problem()).isPresent();
    }

    private static Scope window(int seconds) {
        return new Scope.Window(Duration.ofSeconds(seconds));
    }

    private static Scope scope(String expression) {
        return Threshold.parse("http_req_duration", expression).scope();
    }

    private static Aggregation aggregation(String expression) {
        return Threshold.parse("http_req_duration", expression).condition().aggregation();
    }

    private static void fails(String text, int offset, String part) {
        assertThatExceptionOfType(ThresholdSyntaxException.class)
                .isThrownBy(() -> Threshold.parse("http_reqs", text))
                .withMessageContaining(part)
                .satisfies(e -> assertThat(e.offset()).as(text).isEqualTo(offset));
    }
}
