package io.spate.script.yaml.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.script.load.TestLoader;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schema's thresholds and limits have the readers' keys. */
class LimitsSchemaTest {
    private static final JsonNode TREE = JsonMapper.shared().readTree(TestLoader.yamlSchema());

    @Test
    void theyHaveTheReadersKeys() {
        assertThat(names("/$defs/longThreshold")).isEqualTo(ThresholdBinder.KEYS);
        assertThat(names("/$defs/thresholds")).isEqualTo(ThresholdBinder.LIMIT_NAMES);
        assertThat(names("/$defs/thresholds/properties/latency"))
                .isEqualTo(LimitBinder.LATENCY_KEYS);
        assertThat(names("/$defs/row")).isEqualTo(LimitBinder.KEYS);
        assertThat(names("/$defs/row/properties/apdex")).isEqualTo(LimitBinder.APDEX_KEYS);
        assertThat(names("/$defs/levelRow")).isEqualTo(ServiceLevels.LEVEL_KEYS);
        assertThat(names("/properties/sla")).isEqualTo(ServiceLevels.KEYS);
    }

    private static Set<String> names(String place) {
        return new TreeSet<>(TREE.at(place + "/properties").propertyNames());
    }
}
