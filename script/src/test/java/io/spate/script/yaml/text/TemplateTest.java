package io.spate.script.yaml.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spate.script.yaml.text.Template.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TemplateTest {

    @Property
    void aTextWithoutPlacesStandsForItself(@ForAll("texts") String text) {
        var plain = text.replace("${", "$ {");

        assertThat(parse(plain).constant()).contains(plain);
    }

    @Property
    void twoDollarsWriteThePlaceItself(@ForAll("texts") String text) {
        assertThat(parse(text.replace("${", "$${")).constant()).contains(text);
    }

    @Property
    void whatIsWrittenIsRead(@ForAll("pieces") List<Piece> pieces) {
        var variables = new Variables(Map.of("fixed", "its value"));
        variables.define("found");
        var written = new StringBuilder();
        var expected = new ArrayList<Part>();
        for (var piece : pieces) {
            written.append(piece.written());
            var part = piece.part();
            if (part instanceof Part.Literal(var text)
                    && !expected.isEmpty()
                    && expected.getLast() instanceof Part.Literal(var before)) {
                expected.set(expected.size() - 1, new Part.Literal(before + text));
            } else {
                expected.add(part);
            }
        }

        var template = Template.parse(written.toString(), variables);

        assertThat(template.parts()).isEqualTo(expected);
        assertThat(template.source()).isEqualTo(written.toString());
        assertThat(template.constant().isPresent())
                .isEqualTo(expected.stream().allMatch(Part.Literal.class::isInstance));
    }

    /** Any texts, and many that are all but places. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(Arbitraries.strings(), Arbitraries.strings().withChars("${}a"));
    }

    /** A piece of a text, and what it means. */
    record Piece(String written, Part part) {}

    @Provide
    Arbitrary<List<Piece>> pieces() {
        var literal =
                Arbitraries.strings()
                        .withChars("ab {}\n\"\\é\uD83D\uDE00")
                        .ofMinLength(1)
                        .ofMaxLength(5)
                        .map(text -> new Piece(text, new Part.Literal(text)));
        var bound = Arbitraries.longs().between(-1_000_000, 1_000_000);
        var random =
                Combinators.combine(bound, bound)
                        .as(
                                (one, other) -> {
                                    long min = Math.min(one, other);
                                    long max = Math.max(one, other);
                                    return new Piece(
                                            "${random(%d, %d)}".formatted(min, max),
                                            new Part.Random(min, max));
                                });
        var fixed =
                Arbitraries.of(
                        new Piece("${userId}", new Part.UserId()),
                        new Piece("${ iteration }", new Part.Iteration()),
                        new Piece("${fixed}", new Part.Literal("its value")),
                        new Piece("${found}", new Part.Variable("found")),
                        new Piece("${uuid}", new Part.Uuid()),
                        new Piece("${letters(8)}", new Part.Letters(8)),
                        new Piece("${pick(a, b,c)}", new Part.Pick(List.of("a", "b", "c"))),
                        new Piece("$${", new Part.Literal("${")));
        return Arbitraries.oneOf(literal, random, fixed).list().ofMaxSize(8);
    }

    @Test
    void chanceFollowsItsSource() {
        var first = render("${uuid} ${letters(20)} ${pick(a,b,c)} ${random(1,1000000)}", 7);

        assertThat(first)
                .matches(
                        "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
                                + " [a-z]{20} [abc] \\d+")
                .isEqualTo(render("${uuid} ${letters(20)} ${pick(a,b,c)} ${random(1,1000000)}", 7))
                .isNotEqualTo(
                        render("${uuid} ${letters(20)} ${pick(a,b,c)} ${random(1,1000000)}", 8));
    }

    private static String render(String text, long seed) {
        return parse(text).render(new FakeValues(Map.of(), seed));
    }

    @Test
    void aListIsNoText() {
        var variables = new Variables(Map.of());
        variables.defineList("ids");

        assertThatThrownBy(() -> Template.parse("${ids}", variables))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("foreach");
    }

    @Test
    void anUnknownFunctionIsAMistake() {
        assertThatThrownBy(() -> parse("${rand(1,2)}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("${random(1,100)}");
    }

    @Test
    void aPlaceWithoutAnEndIsAMistake() {
        assertThatThrownBy(() -> parse("a ${b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("write $${");
    }

    @Test
    void aPlaceThatNothingFillsIsAMistakeWithTheNearestName() {
        assertThatThrownBy(() -> parse("${usreId}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("did you mean \"userId\"?");
    }

    private static Template parse(String text) {
        return Template.parse(text, new Variables(Map.of()));
    }
}
