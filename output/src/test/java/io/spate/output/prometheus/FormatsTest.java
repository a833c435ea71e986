package io.spate.output.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spate.metrics.Histogram;
import io.spate.output.prometheus.Points.Kind;
import io.spate.output.type.Settings;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FormatsTest {
    private static String text(Map<String, String> tags, double value) {
        var text = new TextFormat();
        text.point("f", Kind.GAUGE, "f", Labels.of(tags), "", value);
        return new String(text.bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void writesThePointsOfAFamilyTogether() {
        var text = new TextFormat();
        text.point("b_total", Kind.COUNTER, "b_total", Labels.of(Map.of("x", "1")), "", 3);
        text.point("a", Kind.GAUGE, "a", Labels.of(Map.of()), "", 0.25);
        text.point(
                "b_total", Kind.COUNTER, "b_total", Labels.of(Map.of("x", "2", "w", "")), "", 4e18);

        assertThat(new String(text.bytes(), StandardCharsets.UTF_8))
                .isEqualTo(
                        """
                        # TYPE a gauge
                        a 0.25
                        # TYPE b_total counter
                        b_total{x="1"} 3
                        b_total{x="2"} 4.0E18
                        """);
        assertThat(text.points()).isEqualTo(3);
    }

    @Property
    void aLabelHoldsAnything(@ForAll String value) {
        var clean = new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        var line = text(Map.of("l", clean), 1).split("\n", 2)[1];
        if (clean.isEmpty()) {
            assertThat(line).isEqualTo("f 1\n");
            return;
        }
        assertThat(line.chars().filter(it -> it == '\n')).hasSize(1);
        var quoted = line.substring(line.indexOf('"') + 1, line.lastIndexOf('"'));
        assertThat(unescaped(quoted)).isEqualTo(clean);
    }

    private static String unescaped(String text) {
        var plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char at = text.charAt(i);
            assertThat(at).isNotEqualTo('"');
            if (at == '\\') {
                i++;
                plain.append(text.charAt(i) == 'n' ? '\n' : text.charAt(i));
            } else {
                plain.append(at);
            }
        }
        return plain.toString();
    }

    @Test
    void namesAreLegal() {
        assertThat(Labels.legal("my tag-ü")).isEqualTo("my_tag__");
        assertThat(Labels.legal("9lives")).isEqualTo("_9lives");
        assertThat(text(Map.of("a-b", "1", "a b", "1"), 1)).contains("f{a_b=\"1\"} 1");
    }

    @Test
    void figuresHaveK6sNames() {
        var stats = TrendStat.in(given("avg,min,med,max,sum,count, p(95),p(99.9)"), "p(99)");

        assertThat(stats)
                .extracting(TrendStat::suffix)
                .containsExactly("avg", "min", "med", "max", "sum", "count", "p95", "p999");
        var histogram = Histogram.of(1, 2, 3);
        assertThat(stats)
                .extracting(it -> it.value().applyAsDouble(histogram))
                .containsExactly(2.0, 1.0, 2.0, 3.0, 6.0, 3.0, 3.0, 3.0);
        assertThatThrownBy(() -> TrendStat.in(given("p(101)"), "p(99)"))
                .hasMessageContaining("trendStats must be")
                .hasMessageContaining("p(101)");
    }

    private static Settings given(String stats) {
        return new Settings("prometheus", Map.of("trendStats", stats), Map.of(), "K6_");
    }
}
