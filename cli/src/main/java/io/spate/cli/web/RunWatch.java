package io.spate.cli.web;

import io.spate.metrics.result.Output;
import io.spate.metrics.result.RunResult;
import io.spate.plan.Executor;
import io.spate.plan.TestPlan;
import io.spate.report.json.Results;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** Sees a run from its beginning to its end, and may steer it. Called by the run's thread. */
public interface RunWatch {
    /** Nobody looks. */
    RunWatch NONE =
            new RunWatch() {
                @Override
                public Optional<Output> opens(
                        TestPlan plan,
                        Optional<Duration> length,
                        Optional<String> id,
                        String environment,
                        Function<RunResult, Results> document) {
                    return Optional.empty();
                }

                @Override
                public void starts(Hands hands) {}

                @Override
                public boolean takesSignals() {
                    return false;
                }

                @Override
                public void says(String level, String message) {}

                @Override
                public void ends(Results results, boolean passed) {}
            };

    /** How long a plan will take; that of a number of iterations is only the longest it may. */
    static Optional<Duration> lengthOf(TestPlan plan) {
        return plan.scenarios().stream()
                        .anyMatch(
                                it ->
                                        it.executor() instanceof Executor.SharedIterations
                                                || it.executor()
                                                        instanceof Executor.PerVuIterations)
                ? Optional.empty()
                : Optional.of(plan.duration());
    }

    /**
     * A run is about to be made. Returns what is to take its seconds.
     *
     * @param length how long it will take; empty where nobody has said when it ends
     * @param id by which it is kept; nothing where it is not
     * @param document makes the result document of what the run has come to
     */
    Optional<Output> opens(
            TestPlan plan,
            Optional<Duration> length,
            Optional<String> id,
            String environment,
            Function<RunResult, Results> document);

    /** The run can be steered from now on. */
    void starts(Hands hands);

    /** Whether Ctrl-C is seen to already, so that the run is to leave it alone. */
    boolean takesSignals();

    /**
     * Something that people should know. Any thread.
     *
     * @param level {@code info}, {@code warning} or {@code error}
     */
    void says(String level, String message);

    /** The run is over. */
    void ends(Results results, boolean passed) throws InterruptedException;
}
