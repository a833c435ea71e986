package io.spate.script.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.spate.script.LoadOptions;
import io.spate.script.ScriptException;
import io.spate.script.load.TestLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
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
        var request = new TreeSet<>(StepBinder.METHODS);
        request.addAll(StepBinder.REQUEST_KEYS);
        request.add("think");
        var defs = "/$defs/";
        assertThat(names("")).isEqualTo(YamlFile.KEYS);
        assertThat(names(defs + "scenario")).isEqualTo(ScenarioBinder.KEYS);
        assertThat(names(defs + "scenario/properties/stages/items"))
                .isEqualTo(ScenarioBinder.STAGE_KEYS);
        assertThat(names(defs + "scenario/properties/tasks/items"))
                .isEqualTo(ScenarioBinder.TASK_KEYS);
        assertThat(names(defs + "step")).isEqualTo(request);
        assertThat(names(defs + "step/properties/check")).isEqualTo(StepBinder.CHECK_KEYS);
        assertThat(names(defs + "longThreshold")).isEqualTo(ThresholdBinder.KEYS);
    }

    @Test
    void theFileWithEveryKeyHasEveryKey() throws IOException {
        var text = Files.readString(EVERY_KEY);
        assertThat(
                        Stream.of(
                                        YamlFile.KEYS,
                                        ScenarioBinder.KEYS,
                                        ScenarioBinder.STAGE_KEYS,
                                        ScenarioBinder.TASK_KEYS,
                                        StepBinder.METHODS,
                                        StepBinder.REQUEST_KEYS,
                                        StepBinder.CHECK_KEYS,
                                        ThresholdBinder.KEYS)
                                .flatMap(Set::stream))
                .allSatisfy(key -> assertThat(text).contains(key + ":"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void bothAcceptAFile(Path file) throws IOException {
        assertAccepted(Files.readString(file));
    }

    static List<Path> files() {
        return List.of(Path.of("..", "examples", "shop.yml"), EVERY_KEY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scenarios: {a: {steps: [{get: http://h/}]}}",
                "scenarios: {a: {duration: 1.5, steps: [{get: http://h/}]}}",
                "scenarios: {a: {think: 2, steps: [{get: http://h/}]}}",
                "scenarios: {a: {think: 100ms..1s, steps: [{get: http://h/}, {think: 1..2}]}}",
                "scenarios: {a: {steps: [{post: http://h/, json: text}]}}",
                "scenarios: {a: {steps: [{post: http://h/, json: null}]}}",
                "scenarios: {a: {steps: [{get: http://h/}]}}\nthresholds: {checks: rate==1}",
            })
    void bothAccept(String yaml) {
        assertAccepted(yaml);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5",
                "name: x",
                "scenarios: {}",
                "scenarios: [1]",
                "nmae: x\nscenarios: {a: {steps: [{get: http://h/}]}}",
                "timeout: soon\nscenarios: {a: {steps: [{get: http://h/}]}}",
                "discardBodies: maybe\nscenarios: {a: {steps: [{get: http://h/}]}}",
                "headers: {A: [1]}\nscenarios: {a: {steps: [{get: http://h/}]}}",
                "headers: {A: }\nscenarios: {a: {steps: [{get: http://h/}]}}",
                "variables: {userId: 1}\nscenarios: {a: {steps: [{get: http://h/}]}}",
                "variables: {a b: 1}\nscenarios: {a: {steps: [{get: http://h/}]}}",
                "scenarios: {a: {}}",
                "scenarios: {a: {steps: []}}",
                "scenarios: {a: {tasks: []}}",
                "scenarios: {a: {tasks: [{weight: 1}]}}",
                "scenarios: {a: {tasks: [{weight: -1, steps: [{get: http://h/}]}]}}",
                "scenarios: {a: {steps: [{get: http://h/}], tasks: [{steps: [{get: http://h/}]}]}}",
                "scenarios: {a: {users: 0, steps: [{get: http://h/}]}}",
                "scenarios: {a: {users: many, steps: [{get: http://h/}]}}",
                "scenarios: {a: {users: 1.5, steps: [{get: http://h/}]}}",
                "scenarios: {a: {usres: 1, steps: [{get: http://h/}]}}",
                "scenarios: {a: {rate: 0, duration: 1s, steps: [{get: http://h/}]}}",
                "scenarios: {a: {stages: [{target: 5}], steps: [{get: http://h/}]}}",
                "scenarios: {a: {stages: [{duration: 5s, target: -1}], steps: [{get: http://h/}]}}",
                "scenarios: {a: {think: 1s..2s..3s, steps: [{get: http://h/}]}}",
                "scenarios: {a: {duration: 1 parsec, steps: [{get: http://h/}]}}",
                "scenarios: {a: {steps: {get: http://h/}}}",
                "scenarios: {a: {steps: [{think: 1s}]}}",
                "scenarios: {a: {steps: [{get: http://h/}, {think: 1s, name: x}]}}",
                "scenarios: {a: {steps: [{get: http://h/, post: http://h/}]}}",
                "scenarios: {a: {steps: [{gte: http://h/}]}}",
                "scenarios: {a: {steps: [{post: http://h/, json: 1, body: b}]}}",
                "scenarios: {a: {steps: [{post: http://h/, form: {a: 1}, body: b}]}}",
                "scenarios: {a: {steps: [{post: http://h/, json: 1, contentType: b}]}}",
                "scenarios: {a: {steps: [{get: http://h/, extract: {userId: $.a}}]}}",
                "scenarios: {a: {steps: [{get: http://h/, check: {status: 99}}]}}",
                "scenarios: {a: {steps: [{get: http://h/, check: {status: 6xx}}]}}",
                "scenarios: {a: {steps: [{get: http://h/, check: {staus: 200}}]}}",
                "scenarios: {a: {steps: [{get: http://h/}]}}\nthresholds: {checks: rate}",
                "scenarios: {a: {steps: [{get: http://h/}]}}\nthresholds: {checks: rate<<1}",
                "scenarios: {a: {steps: [{get: http://h/}]}}\nthresholds: {checks: {abortOnFail: true}}",
                "scenarios: {a: {steps: [{get: http://h/}]}}\nthresholds: [checks]",
            })
    void bothRefuse(String yaml) {
        assertThat(errors(yaml)).as("the schema's errors in %s", yaml).isNotEmpty();
        assertThatThrownBy(() -> load(yaml)).as("the reader").isInstanceOf(ScriptException.class);
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
        YamlFile.load("t.yml", yaml, LoadOptions.NONE);
    }

    private static Set<String> names(String place) {
        return new TreeSet<>(TREE.at(place + "/properties").propertyNames());
    }
}
