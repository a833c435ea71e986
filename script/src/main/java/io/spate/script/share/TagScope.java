package io.spate.script.share;

import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Tags;
import java.util.Arrays;

/**
 * What a virtual user records under one set of tags: those of its scenario, those it has set
 * itself, and the group it is in. Shared by the users of a scenario on one loop; belongs to it.
 */
public final class TagScope {
    private static final int UNKNOWN = -1;

    private final TagScopes scopes;
    private final String group;
    private final Tags own;
    private final Tags added;
    private final Tags all;
    private final NameCache checks;
    private final NameCache groups;
    private final int[] metrics;
    private int groupDuration = UNKNOWN;

    TagScope(TagScopes scopes, String group, Tags own) {
        this.scopes = scopes;
        this.group = group;
        this.own = own;
        this.added = own.values().containsKey("group") ? own : own.with("group", group);
        this.all = scopes.tags().with(added);
        this.checks =
                new NameCache(
                        name ->
                                scopes.recorder()
                                        .series(BuiltinMetrics.CHECKS, all.with("check", name)));
        this.groups = new NameCache(name -> scopes.number(group + "::" + name, own));
        this.metrics = new int[scopes.metrics().size()];
        Arrays.fill(metrics, UNKNOWN);
    }

    /** The tags beyond those of the scenario. */
    public Tags added() {
        return added;
    }

    /** All of its tags, those of the scenario too. */
    public Tags all() {
        return all;
    }

    /** The scope of a group within this one. */
    public TagScope group(String name) {
        return scopes.get((int) groups.get(name));
    }

    /** The same with a tag that the user sets; an empty value takes it away. */
    public TagScope tagged(String name, String value) {
        return scopes.of(group, own.with(name, value));
    }

    /** The scope with these tags in the group of another. */
    public TagScope inGroupOf(TagScope other) {
        return scopes.of(other.group, own);
    }

    /** Counts a check. */
    public void check(String name, boolean passed) {
        scopes.recorder().record((int) checks.get(name), passed ? 1 : 0);
    }

    /** Records how long this group took. */
    public void groupDuration(long nanos) {
        if (groupDuration == UNKNOWN) {
            groupDuration = scopes.recorder().series(BuiltinMetrics.GROUP_DURATION, all);
        }
        scopes.recorder().record(groupDuration, nanos);
    }

    /**
     * Records a value of a metric that the test has added.
     *
     * @param number of the metric
     * @param value in the unit it is recorded in
     */
    public void record(int number, long value) {
        int series = metrics[number];
        if (series == UNKNOWN) {
            series = scopes.recorder().series(scopes.metrics().get(number), all);
            metrics[number] = series;
        }
        scopes.recorder().record(series, value);
    }
}
