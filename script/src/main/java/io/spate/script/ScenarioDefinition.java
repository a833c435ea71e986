package io.spate.script;

import io.spate.engine.UserContext;
import io.spate.engine.VirtualUser;
import io.spate.plan.Scenario;
import java.util.function.Function;

/**
 * A scenario with what its virtual users do.
 *
 * @param scenario its part of the plan
 * @param factory makes the object that carries the state of a virtual user
 * @param onStart done once, before the first iteration
 * @param tasks one of which is done in each iteration
 */
record ScenarioDefinition<T>(
        Scenario scenario,
        Function<? super User, ? extends T> factory,
        Task<? super T> onStart,
        WeightedTasks<T> tasks) {

    VirtualUser newUser(UserContext context, UserSettings settings, LoopShare share) {
        var user = new User(context, settings, share);
        return new TaskUser<>(user, factory.apply(user), onStart, tasks);
    }
}
