package io.spate.k6.vu;

import io.spate.plan.Scenario;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What a script can learn of one of its scenarios. For any thread.
 *
 * @param scenario its plan
 * @param executor k6's name of its executor
 * @param exec the function it runs
 * @param env the variables it adds
 * @param iterations how many have begun
 * @param overdue whether it should have ended, so that nothing of it may begin
 */
public record ScenarioState(
        Scenario scenario,
        String executor,
        String exec,
        java.util.Map<String, String> env,
        AtomicLong iterations,
        AtomicBoolean overdue) {

    /** One that has not begun. */
    public ScenarioState(
            Scenario scenario, String executor, String exec, java.util.Map<String, String> env) {
        this(
                scenario,
                executor,
                exec,
                java.util.Map.copyOf(env),
                new AtomicLong(),
                new AtomicBoolean());
    }
}
