package io.spate.script.share;

import io.spate.metrics.Metric;
import io.spate.metrics.Recorder;
import io.spate.metrics.Tags;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The scopes of one scenario on one event loop, by group and tags. Belongs to the loop.
 *
 * <p>A script that makes up names meets a limit: what comes after it goes under the group {@code
 * ::(other)}, and is counted.
 */
public final class TagScopes {
    /** Sets of tags that are told apart. */
    static final int LIMIT = 1_000;

    /** How often a new set of tags met the limit; the tag {@code limit} says which. Not in k6. */
    static final Metric LIMITS_REACHED = Metric.counter("script_limits_reached");

    private static final String OTHER = "::(other)";

    private final Recorder recorder;
    private final Tags tags;
    private final List<Metric> metrics;
    private final List<TagScope> scopes = new ArrayList<>();
    private final Map<Key, Integer> numbers = new HashMap<>();

    private record Key(String group, Tags own) {}

    /**
     * For users who record under the given tags.
     *
     * @param metrics those that the test adds, by number
     */
    public TagScopes(Recorder recorder, Tags tags, List<Metric> metrics) {
        this.recorder = recorder;
        this.tags = tags;
        this.metrics = metrics;
    }

    /** Where users begin: in no group, without tags of their own. */
    public TagScope root() {
        return of("", Tags.NONE);
    }

    TagScope of(String group, Tags own) {
        return get(number(group, own));
    }

    TagScope get(int number) {
        return scopes.get(number);
    }

    /** The number of a scope; made where it is new. */
    int number(String group, Tags own) {
        var key = new Key(group, own);
        var known = numbers.get(key);
        if (known != null) {
            return known;
        }
        if (scopes.size() >= LIMIT && !group.equals(OTHER)) {
            recorder.record(recorder.series(LIMITS_REACHED, tags.with("limit", "tags")), 1);
            return number(OTHER, Tags.NONE);
        }
        int number = scopes.size();
        scopes.add(new TagScope(this, group, own));
        numbers.put(key, number);
        return number;
    }

    Recorder recorder() {
        return recorder;
    }

    Tags tags() {
        return tags;
    }

    List<Metric> metrics() {
        return metrics;
    }
}
