package io.spate.script.yaml.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.script.load.TestLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schema's steps have the readers' keys. */
class StepSchemaTest {
    private static final JsonNode TREE = JsonMapper.shared().readTree(TestLoader.yamlSchema());

    @Test
    void requestsHaveTheirKeys() {
        assertThat(names("request")).isEqualTo(union(RequestBinder.METHODS, RequestBinder.KEYS));
        assertThat(names("request/properties/auth")).isEqualTo(RequestBinder.AUTH_KEYS);
        assertThat(names("request/properties/auth/properties/basic"))
                .isEqualTo(RequestBinder.BASIC_KEYS);
        assertThat(names("request/properties/multipart/additionalProperties/anyOf/1"))
                .isEqualTo(BodyBinder.UPLOAD_KEYS);
        assertThat(names("extraction")).isEqualTo(ExtractionBinder.KEYS);
        assertThat(names("match")).isEqualTo(MatchBinder.KEYS);
    }

    @Test
    void stepsInStepsHaveTheirKeys() {
        FlowBinder.KEYS.forEach(
                (verb, keys) ->
                        assertThat(names(verb)).as(verb).isEqualTo(union(keys, Set.of(verb))));
        assertThat(names("choose/properties/choose/items")).isEqualTo(FlowBinder.CHOICE_KEYS);
    }

    @Test
    void otherStepsHaveTheirVerbs() {
        assertThat(names("act")).isEqualTo(ActBinder.VERBS);
    }

    @Test
    void everyVerbHasAStep() {
        assertThat(StepBinder.keysByVerb().keySet())
                .isEqualTo(
                        union(
                                RequestBinder.METHODS,
                                union(FlowBinder.KEYS.keySet(), ActBinder.VERBS)));
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        return new TreeSet<>(Stream.concat(one.stream(), other.stream()).toList());
    }

    private static Set<String> names(String def) {
        return new TreeSet<>(TREE.at("/$defs/" + def + "/properties").propertyNames());
    }
}
