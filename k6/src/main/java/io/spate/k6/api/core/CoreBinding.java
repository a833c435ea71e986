package io.spate.k6.api.core;

import io.spate.k6.api.JsValues;
import io.spate.k6.vu.Vu;
import io.spate.script.share.TagScope;
import java.util.ArrayDeque;
import java.util.Deque;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.Value;

/** What the module {@code k6} does for one user. */
public final class CoreBinding {
    private static final int GROUPS_MAX = 100;

    private final Vu vu;
    private final Deque<Group> groups = new ArrayDeque<>();

    CoreBinding(Vu vu) {
        this.vu = vu;
    }

    private record Group(TagScope outer, TagScope inner, long startNanos) {}

    /** Pauses for some seconds. */
    @HostAccess.Export
    public void sleep(double seconds) {
        vu.sleepNanos(Math.round(seconds * 1e9));
    }

    /** Counts a check. */
    @HostAccess.Export
    public void check(String name, boolean passed) {
        requireFit("using check()", name);
        vu.scope().check(name, passed);
    }

    /** Counts a check with tags. */
    @HostAccess.Export
    public void checkTagged(String name, boolean passed, Value tags) {
        requireFit("using check()", name);
        var scope =
                JsValues.isGiven(tags) ? vu.scope(JsValues.tags(vu, "check", tags)) : vu.scope();
        scope.check(name, passed);
    }

    private void requireFit(String use, String name) {
        vu.requireRunning(use);
        if (name.contains("::")) {
            throw vu.error("group and check names may not contain '::'");
        }
    }

    /** Begins a group. */
    @HostAccess.Export
    public void enter(String name) {
        requireFit("group()", name);
        if (groups.size() >= GROUPS_MAX) {
            throw vu.error("groups stand in each other more than %d deep".formatted(GROUPS_MAX));
        }
        var outer = vu.scope();
        var inner = outer.group(name);
        groups.push(new Group(outer, inner, vu.test().ticker().nanoTime()));
        vu.enter(inner);
    }

    /** Ends the latest group. */
    @HostAccess.Export
    public void leave() {
        var group = groups.pop();
        if (!vu.isCut()) {
            group.inner.groupDuration(vu.test().ticker().nanoTime() - group.startNanos);
        }
        vu.enter(vu.scope() == group.inner ? group.outer : vu.scope().inGroupOf(group.outer));
    }
}
