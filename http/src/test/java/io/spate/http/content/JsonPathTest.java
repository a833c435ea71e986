package io.spate.http.content;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonPathTest {
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final byte[] SHOP =
            """
            {"token": "a\\u00e9\\n", "count": 12345678901234567890, "rate": 1.50, "none": null,
             "ok": true, "items": [{"id": 7}, {"id": 8, "tags": ["x", "ü"]}, [[1], [2, 3]]],
             "first name": "Ann", "0": "zero", "a.b": {"c'd": 1}, "": "empty"}
            """
                    .getBytes(UTF_8);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$.count | 12345678901234567890",
                "$.rate | 1.50",
                "none | null",
                "ok | true",
                "$.items[0].id | 7",
                "items.1.id | 8",
                "items[1].tags.1 | ü",
                "items[2][1][0] | 2",
                "$.items[0] | {\"id\": 7}",
                "items.2 | [[1], [2, 3]]",
                "items[1]['tags'] | [\"x\", \"ü\"]",
                "$['first name'] | Ann",
                "[\"first name\"] | Ann",
                "$.first name | Ann",
                "0 | zero",
                "$['a.b']['c\\'d'] | 1",
                "$[''] | empty"
            })
    void findsAValue(String path, String value) {
        assertThat(JsonPath.compile(path).find(SHOP)).contains(value);
    }

    @Test
    void textsAreUnescaped() {
        assertThat(JsonPath.compile("token").find(SHOP)).contains("aé\n");
    }

    @Test
    void theWholeBody() {
        assertThat(JsonPath.compile("$").find("[1, 2]".getBytes(UTF_8))).contains("[1, 2]");
        assertThat(JsonPath.compile("$").find("\"x\"".getBytes(UTF_8))).contains("x");
        assertThat(JsonPath.compile("$[1]").find("[1, 2]".getBytes(UTF_8))).contains("2");
        assertThat(JsonPath.compile("$").find(new byte[0])).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "missing",
                "items[3]",
                "items[9].id",
                "token.x",
                "items.id",
                "$[0]",
                "ok[0]"
            })
    void aValueThatIsNotThere(String path) {
        assertThat(JsonPath.compile(path).find(SHOP)).isEmpty();
    }

    @Test
    void aByteOrderMarkIsSkipped() {
        byte[] marked = "\ufeff{\"a\": {\"b\": 1}}".getBytes(UTF_8);
        assertThat(JsonPath.compile("a").find(marked)).contains("{\"b\": 1}");
        assertThat(JsonPath.compile("a.b").find(marked)).contains("1");
    }

    @Test
    void readsNoFurtherThanTheValue() {
        byte[] broken = "{\"a\": 1, \"b\": }".getBytes(UTF_8);
        assertThat(JsonPath.compile("a").find(broken)).contains("1");
        assertThatThrownBy(() -> JsonPath.compile("b").find(broken))
                .isInstanceOf(JacksonException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | at character 1: it is empty; $ means the whole body",
                "$a | at character 2: '.' or '[' expected",
                "$..a | at character 3: a name expected",
                "$.a. | at character 5: a name expected",
                "$.* | at character 4: a name expected, not '*'",
                "$[*] | at character 3: an index such as [0], or a name such as ['id'] expected",
                "$[-1] | at character 3: an index such as [0], or a name such as ['id'] expected",
                "$[0 | at character 3: an index such as [0], or a name such as ['id'] expected",
                "$['a | at character 6: ']' expected",
                "$['a'x] | at character 6: ']' expected"
            })
    void whatIsNotAPathSaysWhere(String path, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonPath.compile(path))
                .withMessage("not a JSON path: '" + path + "': " + message);
    }

    @Test
    void compiledPathsAreFoundAgainThoughSlotsAreFew() {
        var full = new AtomicInteger();
        var cache = new Expressions(full::incrementAndGet);
        JsonQuery path = cache.json("a.b");
        assertThat(cache.json(new String("a.b"))).isSameAs(path);
        for (int i = 1; i < Expressions.MAX; i++) {
            assertThat(cache.json("x" + i)).asString().contains("x" + i);
        }
        assertThat(cache.json("a.b")).isSameAs(path);
        assertThat(full).hasValue(0);
        assertThat(cache.json("one more")).isNotNull();
        assertThat(full).hasValue(1);
    }

    @Property(tries = 500)
    void findsWhatTheTreeHasAtEveryPlace(@ForAll("values") Object value) {
        byte[] json = MAPPER.writeValueAsBytes(value);
        JsonNode tree = MAPPER.readTree(json);
        List<String> paths = new ArrayList<>();
        collect("$", tree, paths);
        for (String path : paths) {
            JsonNode node = at(tree, path);
            String found = JsonPath.compile(path).find(json).orElseThrow();
            if (node.isContainer()) {
                assertThat(MAPPER.readTree(found)).isEqualTo(node);
            } else {
                assertThat(found).isEqualTo(node.isNull() ? "null" : node.asString());
            }
        }
    }

    /** All places of a tree, as paths. */
    private static void collect(String path, JsonNode node, List<String> paths) {
        paths.add(path);
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> property : node.properties()) {
                String name = property.getKey().replace("\\", "\\\\").replace("'", "\\'");
                collect(path + "['" + name + "']", property.getValue(), paths);
            }
        } else {
            for (int i = 0; i < node.size(); i++) {
                collect(path + "[" + i + "]", node.get(i), paths);
            }
        }
    }

    /** Goes the same way with Jackson's tree. */
    private static JsonNode at(JsonNode tree, String path) {
        JsonNode node = tree;
        int at = 1;
        while (at < path.length()) {
            int end = at + 1;
            if (path.charAt(end) == '\'') {
                var name = new StringBuilder();
                for (end++; path.charAt(end) != '\''; end++) {
                    if (path.charAt(end) == '\\') {
                        end++;
                    }
                    name.append(path.charAt(end));
                }
                node = node.get(name.toString());
                end++;
            } else {
                end = path.indexOf(']', at);
                node = node.get(Integer.parseInt(path.substring(at + 1, end)));
            }
            at = end + 1;
        }
        return node;
    }

    @Provide
    Arbitrary<Object> values() {
        Arbitrary<Object> scalars =
                Arbitraries.oneOf(
                        Arbitraries.strings().ofMaxLength(8),
                        Arbitraries.integers(),
                        Arbitraries.of(true, false));
        return Arbitraries.recursive(
                () -> scalars,
                inner ->
                        Arbitraries.oneOf(
                                inner.list().ofMaxSize(3).map(list -> (Object) list),
                                Arbitraries.maps(
                                                Arbitraries.strings()
                                                        .withChars("ab.'\\[]\"0é ")
                                                        .ofMaxLength(4),
                                                inner)
                                        .ofMaxSize(3)
                                        .map(map -> (Object) map)),
                0,
                3);
    }
}
