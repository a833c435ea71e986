package io.spate.engine;

import io.spate.engine.pacing.Curve;
import io.spate.engine.pacing.Timetable;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Ticker;
import io.spate.plan.Scenario;
import java.util.List;
import java.util.function.Predicate;

/**
 * Begins the scenarios of a run when their time has come, and makes the changes that shapes and
 * people ask for. Each change holds from an instant shortly ahead, so that all workers have heard
 * of it by then. Belongs to the run's thread.
 */
final class Conductor {
    /** How long ahead a change is told. Loops answer within a millisecond unless they stall. */
    private static final long LEAD_NANOS = 50_000_000L;

    private final List<ScenarioLoad> loads;
    private final Ticker ticker;
    private Timetable clock = Timetable.from(0);
    private long lastChangeNanos = Long.MIN_VALUE;
    private int turn;
    private boolean pausedBefore;
    private boolean changedByHand;

    Conductor(List<ScenarioLoad> loads, Ticker ticker) {
        this.loads = List.copyOf(loads);
        this.ticker = ticker;
    }

    /** Starts the run's time, and all scenarios that do not begin after another. */
    void start(long startNanos) {
        clock = Timetable.from(startNanos);
        lastChangeNanos = startNanos;
        for (var load : loads) {
            if (load.scenario().after().isEmpty()) {
                load.begin(startNanos, clock, load.scenario().startTime().toNanos());
            }
        }
    }

    /** A worker's part of a scenario has ended; its last one begins those that come after it. */
    void partEnded(Scenario scenario) {
        for (var ended : loads) {
            if (ended.scenario().name().equals(scenario.name()) && ended.partEnded()) {
                var at = nextChangeNanos();
                loads.stream()
                        .filter(it -> !it.isBegun() && isAfter(it, scenario))
                        .forEach(it -> it.begin(at, clock, startAfter(it, at)));
            }
        }
    }

    private static boolean isAfter(ScenarioLoad load, Scenario scenario) {
        return load.scenario().after().filter(scenario.name()::equals).isPresent();
    }

    private long startAfter(ScenarioLoad load, long atNanos) {
        return clock.runAt(atNanos) + load.scenario().startTime().toNanos();
    }

    boolean isDone() {
        return loads.stream().allMatch(ScenarioLoad::isEnded);
    }

    void pause() {
        if (clock.running()) {
            pausedBefore = true;
            var at = nextChangeNanos();
            clock = clock.paused(at);
            loads.forEach(it -> it.change(at, clock));
        }
    }

    void resume() {
        if (!clock.running()) {
            var at = nextChangeNanos();
            clock = clock.resumed(at);
            loads.forEach(it -> it.change(at, clock));
        }
    }

    /** Adds users to what is closed and iterations per second to what is open, shared evenly. */
    void add(int more) {
        var at = nextChangeNanos();
        changedByHand = true;
        var open = underWay(ScenarioLoad::isOpen);
        open.forEach(it -> it.add(at, (double) more / open.size()));
        var closed = underWay(it -> !it.isOpen());
        var rest = more % Math.max(1, closed.size());
        for (int i = 0; i < closed.size(); i++) {
            // Who gets one more changes each time, so that single users are shared evenly too.
            var isOneMore = i < Math.abs(rest);
            var part = more / closed.size() + (isOneMore ? Integer.signum(more) : 0);
            closed.get((i + turn) % closed.size()).add(at, part);
        }
        turn = Math.floorMod(turn + rest, Math.max(1, closed.size()));
    }

    private List<ScenarioLoad> underWay(Predicate<ScenarioLoad> kind) {
        return loads.stream().filter(ScenarioLoad::isUnderWay).filter(kind).toList();
    }

    void add(String scenario, int more) {
        changedByHand = true;
        var at = nextChangeNanos();
        named(scenario).forEach(it -> it.add(at, more));
    }

    void set(String scenario, double level) {
        changedByHand = true;
        var at = nextChangeNanos();
        named(scenario).forEach(it -> it.set(at, level));
    }

    private List<ScenarioLoad> named(String scenario) {
        return loads.stream().filter(it -> it.scenario().name().equals(scenario)).toList();
    }

    /** A second has been collected: shapes are asked again. */
    void second(Snapshot second) {
        if (clock.running()) {
            var at = nextChangeNanos();
            loads.forEach(it -> it.shape(at, second));
        }
    }

    private long nextChangeNanos() {
        lastChangeNanos = Math.max(lastChangeNanos, ticker.nanoTime() + LEAD_NANOS);
        return lastChangeNanos;
    }

    /** The run's time at an instant; it stands still in pauses. */
    long runAt(long nanos) {
        return clock.runAt(nanos);
    }

    /** The instant of a run's time, or {@link Curve#NEVER}. */
    long realAt(long runNanos) {
        return clock.realAt(runNanos);
    }

    /** Whether the run stands still, or is about to. */
    boolean isPaused() {
        return !clock.running();
    }

    /** Whether it has been paused at all. */
    boolean wasPaused() {
        return pausedBefore;
    }

    /** Whether the load still is what the plan says, at the instants that it says. */
    boolean isAsPlanned() {
        return !pausedBefore && !changedByHand;
    }

    /**
     * The scenarios that should have ended by now.
     *
     * @param stopNanos when the run was told to end, or {@link Curve#NEVER}
     * @param cutNanos when it was told to end at once, or {@link Curve#NEVER}
     */
    List<Scenario> overdue(long nowNanos, long stopNanos, long cutNanos) {
        return loads.stream()
                .filter(it -> !it.isEnded())
                .filter(it -> dueNanos(it, stopNanos, cutNanos) < nowNanos)
                .map(ScenarioLoad::scenario)
                .toList();
    }

    private long dueNanos(ScenarioLoad load, long stopNanos, long cutNanos) {
        var planned = load.isBegun() ? clock.realAt(load.endRunNanos()) : Curve.NEVER;
        var grace = load.scenario().gracefulStop().toNanos();
        var stopped = stopNanos == Curve.NEVER ? Curve.NEVER : stopNanos + grace;
        return Math.min(planned, Math.min(stopped, cutNanos));
    }

    /** When all scenarios are over at the latest, unless a worker hangs. */
    long endNanos() {
        return clock.realAt(
                loads.stream().mapToLong(it -> endRunNanos(it.scenario())).max().orElse(0));
    }

    private long endRunNanos(Scenario scenario) {
        var load = named(scenario.name()).getFirst();
        if (load.isBegun() || scenario.after().isEmpty()) {
            return load.endRunNanos();
        }
        var before = named(scenario.after().get()).getFirst().scenario();
        return ScenarioLoad.saturated(
                endRunNanos(before),
                LEAD_NANOS,
                scenario.startTime().toNanos(),
                scenario.executor().duration().toNanos(),
                scenario.gracefulStop().toNanos());
    }
}
