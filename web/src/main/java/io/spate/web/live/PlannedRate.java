package io.spate.web.live;

import io.spate.engine.pacing.Curve;
import io.spate.engine.pacing.RateCurve;
import io.spate.plan.Executor;
import io.spate.plan.Scenario;
import java.util.List;
import java.util.OptionalDouble;

/** The rate that scenarios ask for by their plan, over the time since the run's start. */
final class PlannedRate {
    private final List<Part> parts;

    /** Whether a script is asked instead. */
    private final boolean isScripted;

    /**
     * Of a plan.
     *
     * @param scenarios its open ones
     */
    PlannedRate(List<Scenario> scenarios) {
        isScripted = scenarios.stream().anyMatch(it -> it.executor() instanceof Executor.Shape);
        parts = scenarios.stream().map(Part::of).toList();
    }

    private record Part(long startNanos, Curve curve) {
        static Part of(Scenario scenario) {
            return new Part(scenario.startTime().toNanos(), Curve.of(scenario.executor()));
        }

        /** A workload with users asks for no rate. */
        double at(long nanos) {
            return curve instanceof RateCurve rates ? rates.rateAt(nanos - startNanos) : 0;
        }
    }

    /** Iterations per second at an instant; nothing where one of them asks a script. */
    OptionalDouble at(long nanos) {
        return isScripted
                ? OptionalDouble.empty()
                : OptionalDouble.of(parts.stream().mapToDouble(it -> it.at(nanos)).sum());
    }
}
