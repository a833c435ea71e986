package io.spate.k6.options;

import io.spate.plan.Executor;
import io.spate.plan.RateStage;
import io.spate.plan.Spacing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Reads executors by which iterations start at a rate. */
final class ArrivalReader {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Fields fields;
    private final double unitSeconds;
    private final int preAllocated;
    private final int max;

    ArrivalReader(Fields fields) {
        this.fields = fields;
        var unit = fields.duration("timeUnit").orElse(SECOND);
        if (unit.isZero()) {
            fields.wrong("timeUnit", "must be above 0");
        }
        unitSeconds = Math.max(1, unit.toNanos()) / 1e9;
        if (!fields.has("preAllocatedVUs")) {
            fields.wrong("preAllocatedVUs", "must be given: the VUs that are made beforehand");
        }
        preAllocated = Math.max(1, fields.count("preAllocatedVUs").orElse(1));
        max = fields.count("maxVUs").orElse(preAllocated);
        if (max < preAllocated) {
            fields.wrong("maxVUs", "must not be below preAllocatedVUs");
        }
    }

    Executor read(ExecutorKind kind) {
        int most = Math.max(max, preAllocated);
        if (kind == ExecutorKind.RAMPING_ARRIVAL_RATE) {
            return new Executor.RampingArrivalRate(
                    fields.whole("startRate").orElse(0L) / unitSeconds,
                    stages(),
                    preAllocated,
                    most,
                    Spacing.EVEN);
        }
        var duration = fields.duration("duration");
        if (duration.isEmpty() || duration.get().compareTo(SECOND) < 0) {
            fields.wrong("duration", "must be at least 1s");
        }
        return new Executor.ConstantArrivalRate(
                fields.whole("rate").orElse(0L) / unitSeconds,
                duration.orElse(SECOND),
                preAllocated,
                most);
    }

    private List<RateStage> stages() {
        var all = new ArrayList<RateStage>();
        for (var stage : fields.objects("stages")) {
            all.add(
                    new RateStage(
                            stage.duration("duration").orElse(Duration.ZERO),
                            stage.whole("target").orElse(0L) / unitSeconds));
        }
        return all;
    }
}
