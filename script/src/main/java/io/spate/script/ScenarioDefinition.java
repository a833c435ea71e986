package io.spate.script;

import io.spate.engine.VirtualUser;
import io.spate.plan.Scenario;
import io.spate.script.chance.WeightedChoice;
import io.spate.script.data.Feed;
import java.util.List;
import java.util.function.Function;

/**
 * A scenario with what its virtual users do.
 *
 * @param scenario its part of the plan
 * @param factory makes the object that carries the state of a virtual user
 * @param onStart done once, before the first iteration
 * @param onStop done once, after the last iteration
 * @param tasks one of which is done in each iteration
 * @param feeds what gives them their data
 */
record ScenarioDefinition<T>(
        Scenario scenario,
        Function<? super User, ? extends T> factory,
        Action<? super T> onStart,
        Action<? super T> onStop,
        WeightedChoice<Action<? super T>> tasks,
        List<Feed> feeds) {

    ScenarioDefinition {
        feeds = List.copyOf(feeds);
    }

    /**
     * A virtual user that does it.
     *
     * @param number of the user in this scenario, from 0
     */
    VirtualUser newUser(User user, long number) {
        return new TaskUser<>(user, factory.apply(user), this, number);
    }
}
