package io.spate.report.json;

import io.spate.plan.Executor;
import io.spate.plan.Stage;
import io.spate.plan.ThinkTime;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says a workload in words. */
final class WorkloadWords {
    /** The stages that are told one by one. */
    private static final int STAGES = 8;

    private WorkloadWords() {}

    /** The executor as k6 calls it. */
    static String executor(Executor executor) {
        return switch (executor) {
            case Executor.ConstantVus _ -> "constant-vus";
            case Executor.RampingVus _ -> "ramping-vus";
            case Executor.SharedIterations _ -> "shared-iterations";
            case Executor.PerVuIterations _ -> "per-vu-iterations";
            case Executor.Steps _ -> "steps";
            case Executor.Burst _ -> "burst";
            case Executor.Shape _ -> "shape";
            case Executor.ConstantArrivalRate _ -> "constant-arrival-rate";
            case Executor.RampingArrivalRate _ -> "ramping-arrival-rate";
        };
    }

    static String describe(Executor executor) {
        return switch (executor) {
            case Executor.ConstantVus(var vus, var duration) ->
                    users(vus) + " for " + words(duration);
            case Executor.RampingVus(var start, var stages) -> ramp(start, stages);
            case Executor.SharedIterations(var vus, var iterations, var limit) ->
                    "%s shared by %s, for at most %s"
                            .formatted(counted(iterations, "iteration"), users(vus), words(limit));
            case Executor.PerVuIterations _,
                    Executor.Steps _,
                    Executor.Burst _,
                    Executor.Shape _,
                    Executor.RampingArrivalRate _ ->
                    executor.describe();
            case Executor.ConstantArrivalRate(var rate, var duration, var ready, var most, var _) ->
                    "%s iterations/s for %s, by %s"
                            .formatted(
                                    number(rate),
                                    words(duration),
                                    ready == most ? users(most) : ready + " to " + users(most));
        };
    }

    static String think(ThinkTime think) {
        return switch (think) {
            case ThinkTime.Constant(var pause) -> pause.isZero() ? "" : words(pause);
            case ThinkTime.Exponential(var mean) -> words(mean) + " on average";
            case ThinkTime.Uniform(var min, var max) -> words(min) + " to " + words(max);
        };
    }

    private static String ramp(int start, List<Stage> stages) {
        var told = new ArrayList<String>();
        int from = start;
        for (Stage stage : stages.subList(0, Math.min(STAGES, stages.size()))) {
            told.add(stage(from, stage));
            from = stage.target();
        }
        int more = stages.size() - STAGES;
        return "from %s %s%s"
                .formatted(
                        users(start),
                        String.join(", ", told),
                        more > 0 ? " and " + counted(more, "more stage") : "");
    }

    private static String stage(int from, Stage stage) {
        if (stage.duration().isZero()) {
            return "jump to " + stage.target();
        }
        String form = from == stage.target() ? "%d for %s" : "to %d in %s";
        return form.formatted(stage.target(), words(stage.duration()));
    }

    private static String users(int count) {
        return counted(count, "user");
    }

    private static String counted(long count, String noun) {
        return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? noun : noun + "s");
    }

    private static String number(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }

    /** A duration such as 1h 30m or 1.5s. */
    private static String words(Duration duration) {
        if (duration.toMillis() < 1000) {
            return duration.toMillis() + "ms";
        }
        String seconds =
                new BigDecimal(duration.toSecondsPart())
                        .add(BigDecimal.valueOf(duration.toMillisPart(), 3))
                        .stripTrailingZeros()
                        .toPlainString();
        return String.format(
                        Locale.ROOT,
                        "%s%s%s",
                        duration.toHours() > 0 ? duration.toHours() + "h " : "",
                        duration.toMinutesPart() > 0 ? duration.toMinutesPart() + "m " : "",
                        seconds.equals("0") ? "" : seconds + "s")
                .strip();
    }
}
