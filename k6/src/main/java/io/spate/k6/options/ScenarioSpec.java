package io.spate.k6.options;

import io.spate.plan.Scenario;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A scenario of a script.
 *
 * @param scenario its plan
 * @param executor k6's name of its executor, such as {@code ramping-vus}
 * @param exec the exported function that its iterations call
 * @param env variables that it adds
 * @param usersMax the most users that it may be given while it runs; empty for any number
 */
public record ScenarioSpec(
        Scenario scenario,
        String executor,
        String exec,
        Map<String, String> env,
        OptionalInt usersMax) {
    public ScenarioSpec {
        env = Map.copyOf(env);
    }
}
