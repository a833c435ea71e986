package io.spate.output.k6;

import io.spate.metrics.Series;
import io.spate.metrics.SystemTags;
import io.spate.metrics.Tags;
import io.spate.output.delivery.SeriesView;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The tags that k6 would put on a series.
 *
 * @param system of those that k6 sets itself, the ones that were asked for
 */
public record K6Tags(SortedSet<String> system) {
    /** Those that Spate sets and k6 does not know. */
    private static final Set<String> OURS = Set.of("error_kind", "limit");

    public K6Tags {
        system = Collections.unmodifiableSortedSet(new TreeSet<>(system));
    }

    /** With some of the tags that k6 sets itself. */
    public static K6Tags of(Collection<String> system) {
        return new K6Tags(new TreeSet<>(system));
    }

    /** Series as k6 would tag them. */
    public SeriesView view() {
        return new SeriesView(it -> new Series(it.metric(), new Tags(of(it))));
    }

    /** The tags of a series, by name. Whatever a user does is in a group, if in a nameless one. */
    public Map<String, String> of(Series series) {
        var tags = new TreeMap<>(series.tags().values());
        if (tags.containsKey("scenario")) {
            tags.putIfAbsent("group", "");
        }
        tags.keySet()
                .removeIf(
                        it ->
                                OURS.contains(it)
                                        || (SystemTags.ALL.contains(it) && !system.contains(it)));
        return tags;
    }
}
