package io.spate.engine;

import io.spate.engine.pacing.Course;
import io.spate.engine.pacing.Curve;
import io.spate.engine.pacing.RateCurve;
import io.spate.engine.pacing.Timetable;
import io.spate.engine.pacing.VuCurve;
import io.spate.metrics.Snapshot;
import io.spate.plan.Executor;
import io.spate.plan.LoadShape;
import io.spate.plan.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * How much load one scenario is to have: works out the course that all its parts follow, and a new
 * one at each change. Belongs to the run's thread.
 *
 * <p>There is a base, which the plan, a shape or somebody by hand sets, and what was added to it by
 * hand.
 */
final class ScenarioLoad {
    static final int USERS_MAX = 10_000_000;

    private final Scenario scenario;
    private final List<ScenarioRun> parts;
    private final long lengthNanos;
    private int partsLeft;
    private Curve base;
    private double added;
    private OptionalDouble shaped = OptionalDouble.empty();
    private boolean setByHand;
    private @Nullable Course latest;

    ScenarioLoad(Scenario scenario, List<ScenarioRun> parts) {
        this.scenario = scenario;
        this.parts = parts;
        this.partsLeft = parts.size();
        this.lengthNanos = scenario.executor().duration().toNanos();
        this.base = Curve.of(scenario.executor());
    }

    Scenario scenario() {
        return scenario;
    }

    /** Whether its parts follow a course and have not all ended. */
    boolean isUnderWay() {
        return latest != null && !isEnded();
    }

    boolean isBegun() {
        return latest != null;
    }

    boolean isEnded() {
        return partsLeft == 0;
    }

    boolean isOpen() {
        return switch (base) {
            case RateCurve _ -> true;
            case VuCurve _ -> false;
        };
    }

    /** One more of its parts has ended. Whether it was the last. */
    boolean partEnded() {
        partsLeft--;
        return isEnded();
    }

    /** Begins, or waits for the instant to begin at, in the run's time. */
    void begin(long nowNanos, Timetable clock, long startNanos) {
        if (scenario.executor() instanceof Executor.Shape(var shape, var _, var _, var _)) {
            var first = shape.target(Duration.ZERO, Snapshot.empty(0, 0));
            first.ifPresent(this::setBase);
            shaped = first;
        }
        var length = isShapeWithoutBeginning() ? 0 : lengthNanos;
        follow(new Course(nowNanos, clock, startNanos, length, base, scenario.executor().maxVus()));
    }

    private boolean isShapeWithoutBeginning() {
        return scenario.executor() instanceof Executor.Shape && shaped.isEmpty();
    }

    /** Follows another clock from an instant on. */
    void change(long atNanos, Timetable clock) {
        if (latest != null) {
            follow(latest.with(atNanos, clock));
        }
    }

    /** Adds users, or iterations per second, from an instant on; negative takes away. */
    void add(long atNanos, double more) {
        if (latest != null) {
            var now = level(base, workloadAt(latest, atNanos));
            added = Math.clamp(added + more, -now, Math.max(0, limit() - now));
            change(atNanos, latest);
        }
    }

    /** Sets users, or iterations per second, from an instant on. */
    void set(long atNanos, double level) {
        if (latest != null) {
            setByHand = true;
            setBase(Math.min(level, limit()));
            added = 0;
            change(atNanos, latest);
        }
    }

    /** Asks its shape, where it has one, for the load from an instant on. */
    void shape(long atNanos, Snapshot second) {
        var course = latest;
        if (course != null
                && !isEnded()
                && course.workloadAt(atNanos) > 0
                && scenario.executor() instanceof Executor.Shape(var shape, _, _, var most)) {
            shape(atNanos, course, ask(shape, course, atNanos, second), most);
        }
    }

    private OptionalDouble ask(LoadShape shape, Course course, long atNanos, Snapshot second) {
        return shape.target(Duration.ofNanos(course.workloadAt(atNanos)), live(second));
    }

    private void shape(long atNanos, Course course, OptionalDouble target, int most) {
        if (target.isEmpty()) {
            follow(course.ending(atNanos));
        } else if (!setByHand && !target.equals(shaped)) {
            shaped = target;
            setBase(isOpen() ? target.getAsDouble() : Math.min(most, target.getAsDouble()));
            change(atNanos, course);
        }
    }

    /** What this scenario has measured. */
    private Snapshot live(Snapshot second) {
        var mine = new java.util.HashMap<>(second.aggregates());
        mine.keySet().removeIf(it -> !it.tags().get("scenario").equals(scenario.name()));
        return new Snapshot(second.startNanos(), second.endNanos(), mine, second.errors());
    }

    private void setBase(double level) {
        // Not a number is none; Math.max would keep it.
        var sane = level > 0 ? Math.min(level, limit()) : 0;
        base =
                isOpen()
                        ? RateCurve.constant(sane, lengthNanos)
                        : new VuCurve.Constant((int) Math.round(sane));
    }

    private double limit() {
        return isOpen() ? Executor.RATE_MAX : USERS_MAX;
    }

    private void change(long atNanos, Course course) {
        var workload = workloadAt(course, atNanos);
        var curve =
                switch (base) {
                    case VuCurve users ->
                            added == 0
                                    ? users
                                    : new VuCurve.Shifted(users, (int) Math.round(added));
                    case RateCurve rates -> rates(course).changed(workload, rates, added);
                };
        follow(course.with(atNanos, curve, usersMax(level(curve, workload))));
    }

    private static RateCurve rates(Course course) {
        return switch (course.curve()) {
            case RateCurve rates -> rates;
            case VuCurve _ -> throw new IllegalStateException("a workload stays open or closed");
        };
    }

    private static long workloadAt(Course course, long atNanos) {
        return Math.clamp(course.workloadAt(atNanos), 0, course.lengthNanos());
    }

    private static double level(Curve curve, long workloadNanos) {
        return switch (curve) {
            case VuCurve users -> users.vusAt(workloadNanos);
            case RateCurve rates -> rates.rateAt(workloadNanos);
        };
    }

    /** A rate beyond the plan's greatest needs users beyond the plan's most. */
    private int usersMax(double level) {
        var greatest = scenario.rateMax().orElse(Double.POSITIVE_INFINITY);
        var times = Math.max(1, level / greatest);
        return (int) Math.min(USERS_MAX, Math.ceil(scenario.executor().maxVus() * times));
    }

    private void follow(Course course) {
        latest = course;
        parts.forEach(part -> part.worker().post(() -> part.follow(course)));
    }

    /** When it is over at the latest, in the run's time, once it has begun. */
    long endRunNanos() {
        return latest == null
                ? 0
                : saturated(
                        latest.startNanos(),
                        latest.lengthNanos(),
                        scenario.gracefulStop().toNanos());
    }

    /** A sum that stays well within a long. */
    static long saturated(long... nanos) {
        double sum = 0;
        for (var each : nanos) {
            sum += each;
        }
        return (long) Math.min(sum, Long.MAX_VALUE / 4.0);
    }
}
