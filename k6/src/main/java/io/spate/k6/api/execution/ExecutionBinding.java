package io.spate.k6.api.execution;

import io.spate.k6.vu.Phase;
import io.spate.k6.vu.ScenarioState;
import io.spate.k6.vu.Vu;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.graalvm.polyglot.HostAccess;
import org.jspecify.annotations.Nullable;

/** What the module {@code k6/execution} does for one user. */
public final class ExecutionBinding {
    private final Vu vu;

    ExecutionBinding(Vu vu) {
        this.vu = vu;
    }

    private ScenarioState scenario() {
        return vu.scenario()
                .orElseThrow(
                        () ->
                                vu.error(
                                        "getting scenario information outside of the VU context is"
                                                + " not supported"));
    }

    @HostAccess.Export
    public String scenarioName() {
        return scenario().scenario().name();
    }

    @HostAccess.Export
    public String scenarioExecutor() {
        return scenario().executor();
    }

    /** Milliseconds since 1970. */
    @HostAccess.Export
    public double scenarioStartMillis() {
        var ticker = vu.test().ticker();
        double since = (ticker.nanoTime() - startNanos()) / 1e6;
        return Math.floor(ticker.instant().toEpochMilli() - since);
    }

    private long startNanos() {
        return vu.test().startNanos() + scenario().scenario().startTime().toNanos();
    }

    /** How much of its time has gone, 0 to 1. */
    @HostAccess.Export
    public double scenarioProgress() {
        double whole = scenario().scenario().executor().duration().toNanos();
        double since = vu.test().ticker().nanoTime() - startNanos();
        return whole <= 0 ? 1 : Math.clamp(since / whole, 0, 1);
    }

    @HostAccess.Export
    public long scenarioIteration() {
        scenario();
        return vu.iterationInTest();
    }

    @HostAccess.Export
    public long iterationInInstance() {
        return vu.iterationsInInstance();
    }

    @HostAccess.Export
    public long iterationInScenario() {
        return vu.scenario().isPresent() ? vu.iterationsInScenario() : 0;
    }

    @HostAccess.Export
    public long vuId() {
        return vu.id();
    }

    @HostAccess.Export
    public long iterationsCompleted() {
        return vu.test().counters().completed().get();
    }

    @HostAccess.Export
    public long iterationsInterrupted() {
        return vu.test().counters().interrupted().get();
    }

    @HostAccess.Export
    public long vusActive() {
        return vu.test().counters().active().get();
    }

    @HostAccess.Export
    public long vusInitialized() {
        return vu.test().counters().made().get();
    }

    /** Milliseconds since the scenarios began. */
    @HostAccess.Export
    public double runMillis() {
        return (vu.test().ticker().nanoTime() - vu.test().startNanos()) / 1e6;
    }

    /** All options in force, as JSON. */
    @HostAccess.Export
    public String options() {
        return vu.test().planned().optionsJson();
    }

    /** Ends the run, and this iteration at once. */
    @HostAccess.Export
    public void abort(@Nullable String reason) {
        var text = reason == null ? "test aborted" : "test aborted: " + reason;
        vu.test().control().abort(text);
        if (vu.phase() == Phase.INIT) {
            throw vu.error(text);
        }
        throw vu.cutOff();
    }

    /** Lets the run go on and end as a failure. */
    @HostAccess.Export
    public void fail() {
        vu.test().control().fail();
    }

    /** A tag of all that the user records; null where there is none such. */
    @HostAccess.Export
    public @Nullable String tagOf(String name) {
        vu.requireRunning("getting tags");
        var value = vu.scope().all().values().get(name);
        return value == null && name.equals("group") ? "" : value;
    }

    /** The names of these tags. */
    @HostAccess.Export
    public List<String> tagNames() {
        vu.requireRunning("getting tags");
        var names = new TreeSet<>(vu.scope().all().values().keySet());
        names.add("group");
        return List.copyOf(names);
    }

    /** Puts a tag on all that the user records from now on; an empty value takes it away. */
    @HostAccess.Export
    public void tag(String name, String value) {
        vu.requireRunning("setting tags");
        vu.enter(vu.scope(Map.of(name, value)));
    }
}
