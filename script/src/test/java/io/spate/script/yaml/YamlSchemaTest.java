package io.spate.script.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.spate.plan.LoadLevel;
import io.spate.plan.LoadPattern;
import io.spate.plan.LoadScale;
import io.spate.plan.Spacing;
import io.spate.plan.TestType;
import io.spate.script.LoadOptions;
import io.spate.script.ScriptException;
import io.spate.script.load.TestLoader;
import io.spate.script.yaml.text.ThinkTimes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schema and the reader say the same. */
class YamlSchemaTest {
    private static final Path EVERY_KEY =
            Path.of("src/test/resources/io/spate/script/yaml/every-key.yml");
    private static final JsonNode TREE = JsonMapper.shared().readTree(TestLoader.yamlSchema());
    private static final Schema SCHEMA =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(TestLoader.yamlSchema(), InputFormat.JSON);

    @Test
    void theSchemaHasTheReadersKeysAtEveryLevel() {
        var scenario = "/$defs/scenario";
        assertThat(names("")).isEqualTo(TestBinder.KEYS);
        assertThat(names(scenario)).isEqualTo(ScenarioBinder.KEYS);
        assertThat(names("/properties/nodes/anyOf/1")).isEqualTo(TestBinder.NODE_KEYS);
        for (var stages : List.of("stages", "rateStages")) {
            assertThat(names(scenario + "/properties/" + stages + "/items/anyOf/1"))
                    .isEqualTo(WorkloadBinder.STAGE_KEYS);
        }
        assertThat(names(scenario + "/properties/stepUp")).isEqualTo(WorkloadBinder.STEP_KEYS);
        assertThat(names(scenario + "/properties/burst")).isEqualTo(WorkloadBinder.BURST_KEYS);
        assertThat(names(scenario + "/properties/tasks/items")).isEqualTo(ScenarioBinder.TASK_KEYS);
        assertThat(names("/$defs/longData")).isEqualTo(DataBinder.KEYS);
        assertThat(names("/$defs/pause/anyOf/3")).isEqualTo(ThinkTimes.KEYS);
    }

    @Test
    void theSchemaHasTheWordsOfThePlan() {
        assertThat(words("type")).isEqualTo(texts(TestType.values(), TestType::text));
        assertThat(words("level")).isEqualTo(texts(LoadLevel.values(), LoadLevel::text));
        assertThat(words("scale")).isEqualTo(texts(LoadScale.values(), LoadScale::text));
        assertThat(words("pattern")).isEqualTo(texts(LoadPattern.values(), LoadPattern::text));
        assertThat(words("spacing"))
                .isEqualTo(texts(Spacing.values(), it -> it.name().toLowerCase(Locale.ROOT)));
        assertThat(words(TREE.at("/properties/metrics/additionalProperties/enum")))
                .isEqualTo(MetricKind.byName().keySet());
    }

    private static Set<String> words(String key) {
        return words(TREE.at("/$defs/scenario/properties/" + key + "/anyOf/0/enum"));
    }

    private static Set<String> words(JsonNode list) {
        var words = new TreeSet<String>();
        list.forEach(it -> words.add(it.asString()));
        return words;
    }

    private static <E> Set<String> texts(E[] values, Function<E, String> text) {
        return new TreeSet<>(Arrays.stream(values).map(text).toList());
    }

    /** Keys of every mapping that has a fixed set of them. */
    @Test
    void theFileWithEveryKeyHasEveryKey() throws IOException {
        var text = Files.readString(EVERY_KEY);
        var keys = new TreeSet<String>();
        collect(TREE, keys);
        assertThat(keys)
                .hasSizeGreaterThan(120)
                .allSatisfy(
                        key ->
                                assertThat(text)
                                        .containsPattern(
                                                "(?m)[ {\"-]"
                                                        + Pattern.quote(key)
                                                        + "\"?:|^"
                                                        + Pattern.quote(key)
                                                        + ":"));
    }

    private static void collect(JsonNode node, Set<String> keys) {
        if (node.isObject() && node.path("properties").isObject()) {
            keys.addAll(node.get("properties").propertyNames());
        }
        node.forEach(it -> collect(it, keys));
    }

    @ParameterizedTest
    @MethodSource("files")
    void bothAcceptAFile(Path file) throws IOException {
        assertThat(errors(Files.readString(file))).isEmpty();
        assertThatCode(() -> TestLoader.load(file.toString(), LoadOptions.NONE))
                .doesNotThrowAnyException();
    }

    static List<Path> files() throws IOException {
        var all = new ArrayList<>(List.of(EVERY_KEY));
        all.addAll(ymls(Path.of("..", "examples")));
        return all;
    }

    private static List<Path> ymls(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(it -> it.toString().endsWith(".yml")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void bothAccept(String yaml) {
        assertAccepted(yaml);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void bothRefuse(String yaml) {
        assertThat(errors(yaml)).as("the schema's errors in %s", yaml).isNotEmpty();
        assertThatThrownBy(() -> load(yaml)).as("the reader").isInstanceOf(ScriptException.class);
    }

    static List<String> accepted() throws IOException {
        return lines("accepted.txt");
    }

    static List<String> refused() throws IOException {
        return lines("refused.txt");
    }

    /** Files, one on each line, whose own line ends are written as a backslash and n. */
    private static List<String> lines(String name) throws IOException {
        try (var lines = Files.lines(EVERY_KEY.resolveSibling(name))) {
            return lines.map(it -> it.replace("\\n", "\n")).toList();
        }
    }

    private static void assertAccepted(String yaml) {
        assertThat(errors(yaml)).isEmpty();
        assertThatCode(() -> load(yaml)).doesNotThrowAnyException();
    }

    private static List<Error> errors(String yaml) {
        var document = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        return SCHEMA.validate(JsonMapper.shared().valueToTree(document));
    }

    private static void load(String yaml) {
        YamlFile.load("t.yml", yaml, LoadOptions.NONE.in(EVERY_KEY.resolveSibling("")));
    }

    private static Set<String> names(String place) {
        return new TreeSet<>(TREE.at(place + "/properties").propertyNames());
    }
}
