package io.spate.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SelectorTest {
    @Example
    void readsANameAlone() {
        assertThat(Selector.parse(" http_reqs ")).isEqualTo(new Selector("http_reqs", Tags.NONE));
    }

    @Example
    void readsTagsAsK6Does() {
        assertThat(Selector.parse("http_req_duration{ status:200 , method:GET }"))
                .isEqualTo(selector("http_req_duration", Map.of("status", "200", "method", "GET")));
        assertThat(Selector.parse("checks{\"check\":'is up'}"))
                .isEqualTo(selector("checks", Map.of("check", "is up")));
    }

    @Example
    void splitsAtTheFirstColonAndTakesBracesInValues() {
        assertThat(Selector.parse("http_reqs{name:http://x:8080/users/{id}}"))
                .isEqualTo(selector("http_reqs", Map.of("name", "http://x:8080/users/{id}")));
    }

    @Example
    void takesQuotedValuesWithCommasAndQuotesInside() {
        assertThat(Selector.parse("checks{check:\"a, b: it's\",scenario:s}"))
                .isEqualTo(selector("checks", Map.of("check", "a, b: it's", "scenario", "s")));
        assertThat(Selector.parse("checks{check:it's up}"))
                .isEqualTo(selector("checks", Map.of("check", "it's up")));
    }

    @Example
    void saysWhatItExpectedAndWhere() {
        fails("", 0, "the name of a metric");
        fails("{status:200}", 0, "the name of a metric");
        fails("http_reqs{status:200", 20, "expected }");
        fails("http_reqs{status:200}x", 22, "expected }");
        fails("http_reqs}", 9, "} closes");
        fails("http_reqs{}", 10, "expected tag:value");
        fails("http_reqs{status}", 10, "expected tag:value");
        fails("http_reqs{a:1,status,b:2}", 14, "expected tag:value");
        fails("http_reqs{a:1,}", 14, "expected tag:value");
        fails("http_reqs{status:}", 17, "the tag status needs a value");
        fails("http_reqs{a:1,a:2}", 14, "twice");
        fails("http_reqs{a:\"1}", 12, "not closed");
        fails("http_reqs{a:\"1\" b}", 16, "a comma");
    }

    @Example
    void picksSeriesThatHaveItsTags() {
        Selector ok = Selector.parse("http_reqs{status:200}");
        Tags tags = Tags.of("status", "200").with("method", "GET");
        assertThat(ok.matches(new Series(BuiltinMetrics.HTTP_REQS, tags))).isTrue();
        assertThat(ok.matches(new Series(BuiltinMetrics.HTTP_REQS, Tags.NONE))).isFalse();
        assertThat(ok.matches(new Series(BuiltinMetrics.CHECKS, tags))).isFalse();
    }

    @Provide
    Arbitrary<Map<String, String>> tags() {
        var names = Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(6);
        var quoted =
                Arbitraries.strings().withChars("ab ,:{}\"/\u00e9").ofMinLength(1).ofMaxLength(8);
        var other = Arbitraries.strings().withChars("ab ,:{}'/").ofMinLength(1).ofMaxLength(8);
        return Arbitraries.maps(names, Arbitraries.oneOf(quoted, other)).ofMaxSize(4);
    }

    @Property
    void readsWhatItWrites(@ForAll("tags") Map<String, String> tags) {
        Selector selector = selector("http_reqs", tags);
        assertThat(Selector.parse(selector.text())).isEqualTo(selector);
    }

    @Property
    void readsAnyTextOrSaysWhatIsWrong(@ForAll("texts") String text) {
        try {
            Selector.parse(text);
        } catch (ThresholdSyntaxException e) {
            assertThat(e.offset()).isBetween(0, text.length());
            assertThat(e.text()).isEqualTo(text);
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("ab{}:,\"' ").ofMaxLength(12);
    }

    private static Selector selector(String metric, Map<String, String> tags) {
        return new Selector(metric, new Tags(tags));
    }

    private static void fails(String text, int offset, String part) {
        assertThatExceptionOfType(ThresholdSyntaxException.class)
                .isThrownBy(() -> Selector.parse(text))
                .withMessageContaining(part)
                .satisfies(e -> assertThat(e.offset()).as(text).isEqualTo(offset));
    }
}
