package io.spate.analysis.capacity;

import static io.spate.metrics.BuiltinMetrics.DROPPED_ITERATIONS;
import static io.spate.metrics.BuiltinMetrics.HTTP_REQS;
import static io.spate.metrics.BuiltinMetrics.HTTP_REQ_DURATION;
import static io.spate.metrics.BuiltinMetrics.HTTP_REQ_FAILED;
import static io.spate.metrics.BuiltinMetrics.HTTP_REQ_RESPONSE_TIME;
import static io.spate.metrics.BuiltinMetrics.ITERATIONS;
import static io.spate.metrics.BuiltinMetrics.ITERATION_DURATION;
import static io.spate.metrics.BuiltinMetrics.ITERATION_LATENESS;

import io.spate.analysis.capacity.Trial.Figures;
import io.spate.analysis.capacity.Trial.Objective;
import io.spate.analysis.capacity.Trial.Outcome;
import io.spate.analysis.capacity.Trial.Purpose;
import io.spate.metrics.Metric;
import io.spate.metrics.Snapshot;
import io.spate.metrics.threshold.Threshold;
import io.spate.metrics.threshold.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Judges one step: takes its seconds, leaves those out in which the target settles, and says when
 * enough was seen. Belongs to one thread.
 */
public final class StepWatch {
    /** A step that is so bad for so long ends early: what is hopeless only leaves a longer line. */
    private static final double HOPELESS = 1;

    private static final int HOPELESS_SECONDS = 3;
    private static final double LATE_MILLIS = 10;
    private static final double LATE_SHARE = 0.5;
    private static final double REACHED = 0.98;
    private static final double DROPPED_MAX = 0.001;
    private static final double GROWS = 1.5;
    private static final double GROWS_MILLIS = 5;
    private static final long GROWS_ITERATIONS = 8;
    private static final String GROWING = "response time does not grow";
    private static final int GROWS_SECONDS_MIN = 6;

    private final Step step;
    private final List<Threshold> objectives;
    private final List<Snapshot> measured = new ArrayList<>();
    private double settled;
    private int hopeless;

    /**
     * A step.
     *
     * @param open whether the load is a rate; else it is a number of users
     * @param settleSeconds how much of its beginning is left out
     * @param seconds how long the rest is to be
     */
    public record Step(
            double load, Purpose purpose, boolean open, double settleSeconds, double seconds) {}

    /** A step that has not begun. */
    public StepWatch(Step step, List<Threshold> objectives) {
        this.step = step;
        this.objectives = List.copyOf(objectives);
    }

    /** Takes the next second; whether the step is over with it. */
    public boolean add(Snapshot second) {
        if (settled + 0.5 < step.settleSeconds) {
            settled += second.seconds();
            return false;
        }
        measured.add(second);
        hopeless = isHopeless(second) ? hopeless + 1 : 0;
        double seconds = measured.stream().mapToDouble(Snapshot::seconds).sum();
        return seconds + 0.5 >= step.seconds || hopeless >= HOPELESS_SECONDS;
    }

    private boolean isHopeless(Snapshot second) {
        return Verdict.of(objectives, second).judgements().stream()
                .anyMatch(it -> !it.passed() && missedBy(it) >= HOPELESS);
    }

    private static double missedBy(Threshold.Judgement judgement) {
        if (judgement.passed()) {
            return 0;
        }
        double by = judgement.threshold().condition().missedBy(judgement.value());
        return Double.isNaN(by) ? Double.POSITIVE_INFINITY : by;
    }

    /** What the step came to. */
    public Trial trial() {
        var total = measured.stream().reduce(Snapshot::merge).orElse(Snapshot.empty(0, 0));
        var judged =
                new ArrayList<>(
                        Verdict.of(objectives, total).judgements().stream()
                                .map(StepWatch::objective)
                                .toList());
        boolean noUser = dropped(total) > DROPPED_MAX * step.load * total.seconds();
        if (step.open && noUser) {
            judged.add(
                    new Objective(
                            "dropped_iterations: rate==0",
                            dropped(total) / total.seconds(),
                            false,
                            0));
        }
        growing(total).ifPresent(judged::add);
        boolean met = judged.stream().allMatch(Objective::met);
        var trouble = noUser ? Optional.<String>empty() : notBrought(total);
        var sick = generatorTrouble(total);
        boolean limited = (met && trouble.isPresent()) || (!met && sick.isPresent());
        return new Trial(
                step.load,
                step.purpose,
                limited ? Outcome.GENERATOR_LIMITED : met ? Outcome.HELD : Outcome.BROKEN,
                judged,
                figures(total),
                limited
                        ? sick.or(() -> trouble).orElse("")
                        : noUser ? "no virtual user was free" : "");
    }

    private static Objective objective(Threshold.Judgement it) {
        var text = it.threshold().selector().text() + ": " + it.threshold().expression();
        return new Objective(text, it.value(), it.passed(), missedBy(it));
    }

    /**
     * A rate that is above what the target can do shows in a line that grows, long before the
     * response times of a short step are over their limit: more begins than ends, by more than what
     * is under way varies by itself (four times the root of it, as in a line without limit), and
     * each third of the step is slower than the one before.
     */
    private Optional<Objective> growing(Snapshot total) {
        int third = measured.size() / 3;
        if (!step.open || measured.size() < GROWS_SECONDS_MIN) {
            return Optional.empty();
        }
        double first = median(measured.subList(0, third));
        double second = median(measured.subList(third, 2 * third));
        double last = median(measured.subList(2 * third, measured.size()));
        long more = total.histogram(ITERATION_LATENESS).count() - total.count(ITERATIONS);
        double underWay = step.load * first / 1000;
        boolean grows =
                more >= Math.max(GROWS_ITERATIONS, 4 * Math.sqrt(underWay))
                        && first < second
                        && second < last
                        && last >= GROWS * first
                        && last - first >= GROWS_MILLIS;
        return grows
                ? Optional.of(new Objective(GROWING, last / first, false, last / first - 1))
                : Optional.empty();
    }

    private double median(List<Snapshot> part) {
        var total = part.stream().reduce(Snapshot::merge).orElse(Snapshot.empty(0, 0));
        return total.histogram(latency(total)).percentile(50) / 1e6;
    }

    /** Of an open workload, that too few iterations began though users were free. */
    private Optional<String> notBrought(Snapshot total) {
        long begun = total.histogram(ITERATION_LATENESS).count();
        double asked = step.load * total.seconds();
        return step.open && begun < REACHED * asked - 2 * Math.sqrt(asked)
                ? Optional.of(
                        "the generator began %.0f iterations per second"
                                .formatted(begun / total.seconds()))
                : Optional.empty();
    }

    /** What speaks for the generator as the cause of what was missed. */
    private Optional<String> generatorTrouble(Snapshot total) {
        double late = total.histogram(ITERATION_LATENESS).percentile(99) / 1e6;
        double response = total.histogram(latency(total)).percentile(99) / 1e6;
        if (late > LATE_MILLIS && late > LATE_SHARE * response) {
            return Optional.of("the generator began iterations %.0f ms late".formatted(late));
        }
        return new GeneratorLoad(measured).trouble();
    }

    private Figures figures(Snapshot total) {
        var times = total.histogram(latency(total));
        double seconds = Math.max(1e-9, total.seconds());
        return new Figures(
                total.startNanos(),
                total.endNanos(),
                total.count(ITERATIONS) / seconds,
                total.count(HTTP_REQS) / seconds,
                total.ratio(HTTP_REQ_FAILED).rate(),
                times.mean() / 1e6,
                times.percentile(50) / 1e6,
                times.percentile(95) / 1e6,
                times.percentile(99) / 1e6);
    }

    private Metric latency(Snapshot total) {
        boolean http = total.find(HTTP_REQS).isPresent();
        return !http ? ITERATION_DURATION : step.open ? HTTP_REQ_RESPONSE_TIME : HTTP_REQ_DURATION;
    }

    private static long dropped(Snapshot total) {
        return total.count(DROPPED_ITERATIONS);
    }
}
