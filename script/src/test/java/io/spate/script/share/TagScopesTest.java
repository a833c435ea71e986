package io.spate.script.share;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.metrics.Aggregate.Count;
import io.spate.metrics.Aggregate.Ratio;
import io.spate.metrics.Metric;
import io.spate.metrics.Recorder;
import io.spate.metrics.Selector;
import io.spate.metrics.SeriesRegistry;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;
import java.util.List;
import org.junit.jupiter.api.Test;

class TagScopesTest {
    private final Recorder recorder = new Recorder(new SeriesRegistry(10_000));
    private final TagScopes scopes =
            new TagScopes(recorder, Tags.of("scenario", "shop"), List.of(Metric.counter("orders")));
    private final TagScope root = scopes.root();

    @Test
    void nestsGroupsAndKeepsTagsOverThem() {
        var inner = root.tagged("kind", "vip").group("a").group("b");

        assertThat(inner.added()).isEqualTo(Tags.of("group", "::a::b").with("kind", "vip"));
        assertThat(inner.inGroupOf(root).added()).isEqualTo(Tags.of("kind", "vip"));
        assertThat(inner.tagged("kind", "").added()).isEqualTo(Tags.of("group", "::a::b"));
        assertThat(root.added()).isEqualTo(Tags.NONE);
        assertThat(root.group("a")).isSameAs(root.group("a"));
    }

    @Test
    void recordsUnderTheTagsOfTheMoment() {
        root.group("a").check("ok", true);
        root.check("ok", false);
        root.tagged("kind", "vip").record(0, 3);
        root.record(0, 4);
        root.group("a").groupDuration(5);

        var all = snapshot();
        assertThat(all.find(Selector.parse("checks{group:::a,scenario:shop}")))
                .contains(new Ratio(1, 1));
        assertThat(all.find(Selector.parse("checks"))).contains(new Ratio(1, 2));
        assertThat(all.find(Selector.parse("orders{kind:vip}"))).contains(new Count(3));
        assertThat(all.find(Selector.parse("orders"))).contains(new Count(7));
        assertThat(all.find(Selector.parse("group_duration{group:::a}"))).isPresent();
    }

    @Test
    void foldsNamesThatAScriptMakesUpAndCountsThem() {
        for (int i = 0; i < TagScopes.LIMIT + 50; i++) {
            root.tagged("id", "n" + i).record(0, 1);
        }
        var all = snapshot();
        assertThat(all.find(Selector.parse("orders"))).contains(new Count(TagScopes.LIMIT + 50L));
        assertThat(all.find(Selector.parse("orders{group:::(other)}"))).contains(new Count(51));
        assertThat(all.find(Selector.parse("script_limits_reached"))).contains(new Count(51));
    }

    private Snapshot snapshot() {
        return recorder.handOver().drain(0, 1);
    }
}
