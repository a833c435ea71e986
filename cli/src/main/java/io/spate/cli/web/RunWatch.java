package io.spate.cli.web;

import io.spate.metrics.result.Output;
import io.spate.metrics.result.RunResult;
import io.spate.plan.TestPlan;
import io.spate.report.json.Results;
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
                public void says(String message) {}

                @Override
                public void ends(Results results, boolean passed) {}
            };

    /**
     * A run is about to be made. Returns what is to take its seconds.
     *
     * @param id by which it is kept; nothing where it is not
     * @param document makes the result document of what the run has come to
     */
    Optional<Output> opens(
            TestPlan plan,
            Optional<String> id,
            String environment,
            Function<RunResult, Results> document);

    /** The run can be steered from now on. */
    void starts(Hands hands);

    /** Whether Ctrl-C is seen to already, so that the run is to leave it alone. */
    boolean takesSignals();

    /** Something that people should know. */
    void says(String message);

    /** The run is over. */
    void ends(Results results, boolean passed) throws InterruptedException;
}
