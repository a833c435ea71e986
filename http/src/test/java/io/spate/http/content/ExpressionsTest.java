package io.spate.http.content;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;

class ExpressionsTest {
    private static final byte[] STORE =
            """
            {"items": [
               {"id": 1, "name": "lamp", "price": 12.50},
               {"id": 2, "name": "mug", "price": 4},
               {"id": 3, "name": "chair", "price": 80, "tags": ["wood", "big"]}],
             "a/b": {"m~n": 7, "01": "padded"},
             "none": null}
            """
                    .getBytes(UTF_8);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$.items[?(@.price>10)].name | lamp,chair",
                "$..name | lamp,mug,chair",
                "$.items[*].id | 1,2,3",
                "$.items[-1].name | chair",
                "$.items[0:2].name | lamp,mug",
                "$.items[0,2].id | 1,3",
                "$.items[?(@.name=='mug')].price | 4",
                "$.items[?(@.name =~ /LA.*/i)].price | 12.50",
                "$.items.length() | 3",
                "$.items[2].tags[*] | wood,big",
                "$.items[?(@.price>100)].name | ''",
                "$.items[0].name | lamp",
                "items.1.id | 2",
                "$.nothing..here | ''"
            })
    void allThatAPathFinds(String path, String values) {
        assertThat(String.join(",", JsonQuery.compile(path).all(STORE))).isEqualTo(values);
    }

    @Test
    void aMatchThatIsAnObjectIsItsJson() {
        assertThat(JsonQuery.compile("$.items[?(@.id==2)]").first(STORE))
                .contains("{\"id\":2,\"name\":\"mug\",\"price\":4}");
        assertThat(JsonQuery.compile("$..nowhere").first(STORE)).isEmpty();
    }

    @Test
    void aBodyThatIsNotJsonIsNotSearched() {
        assertThatThrownBy(() -> JsonQuery.compile("$..a").first("<html>".getBytes(UTF_8)))
                .isInstanceOf(JacksonException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$.items[?(@.p> | a bracket or quote is not closed",
                "$.items[?(@.p)]x | at character 16: '.' or '[' expected",
                "$..a] | at character 5: ']' closes nothing",
                "$..a['b | a bracket or quote is not closed",
                "$.. | must not end with",
                "$..a b | bracket notion"
            })
    void mistakesOfAFullPathAreFoundWhenItIsCompiled(String path, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonQuery.compile(path))
                .withMessageStartingWith("not a JSON path: '" + path + "'")
                .withMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/items/0/name | lamp",
                "/items/2/tags/1 | big",
                "/a~1b/m~0n | 7",
                "/a~1b/01 | padded",
                "/none | null"
            })
    void pointers(String pointer, String value) {
        assertThat(JsonPath.ofPointer(pointer).find(STORE)).contains(value);
    }

    @Test
    void pointersThatLeadNowhere() {
        assertThat(JsonPath.ofPointer("/items/00").find(STORE)).isEmpty();
        assertThat(JsonPath.ofPointer("/items/-").find(STORE)).isEmpty();
        assertThat(JsonPath.ofPointer("/items/").find(STORE)).isEmpty();
        assertThat(JsonPath.ofPointer("").find("[1]".getBytes(UTF_8))).contains("[1]");
    }

    @ParameterizedTest
    @CsvSource({"items/0, it starts with", "/a~2, is written ~0", "/a~, is written ~0"})
    void whatIsNoPointer(String pointer, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonPath.ofPointer(pointer))
                .withMessageContaining(message);
    }

    @Test
    void regularExpressions() {
        var content = new Content("id=7; id=8; name=".getBytes(UTF_8), UTF_8);
        Pattern grouped = Expressions.regex("id=(\\d)");

        assertThat(content.regex(grouped, -1)).contains("7");
        assertThat(content.regex(grouped, 0)).contains("id=7");
        assertThat(content.regexAll(grouped, -1)).containsExactly("7", "8");
        assertThat(content.regex(Expressions.regex("na.e"), -1)).contains("name");
        assertThat(content.regex(Expressions.regex("zip"), -1)).isEmpty();
        assertThat(content.regex(Expressions.regex("name=(x)?"), 1)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> content.regex(grouped, 2))
                .withMessageContaining("no group 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Expressions.regex("a(b"))
                .withMessageStartingWith("not a regular expression: 'a(b': at character ");
    }

    @Test
    void selectors() {
        String page =
                "<form><input name=csrf value='t\u00f6k'><input name=plain></form>"
                        + "<a class=next href='/2'>Next <b>page</b></a><a href='/3'>3</a>";
        var content = new Content(page.getBytes(ISO_8859_1), ISO_8859_1);

        assertThat(content.css(Html.selector("input[name=csrf]"), "value")).contains("t\u00f6k");
        assertThat(content.css(Html.selector("a.next"), "")).contains("Next page");
        assertThat(content.cssAll(Html.selector("a"), "href")).containsExactly("/2", "/3");
        assertThat(content.cssAll(Html.selector("input"), "value")).containsExactly("t\u00f6k");
        assertThat(content.css(Html.selector("table"), "")).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Html.selector("a[href"))
                .withMessageStartingWith("not a CSS selector: 'a[href'");
    }
}
