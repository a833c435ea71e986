package io.spate.script;

import io.spate.engine.Script;
import io.spate.engine.UserContext;
import io.spate.engine.VirtualUser;
import java.util.Map;
import java.util.Objects;

/** Makes the virtual users of a test's scenarios. Immutable, so that all loops may ask at once. */
final class ScenarioScript implements Script {
    private final Map<String, ScenarioDefinition<?>> definitions;
    private final UserSettings settings;

    ScenarioScript(Map<String, ScenarioDefinition<?>> definitions, UserSettings settings) {
        this.definitions = Map.copyOf(definitions);
        this.settings = settings;
    }

    @Override
    public VirtualUser newUser(UserContext context) {
        var name = context.scenario().name();
        return Objects.requireNonNull(definitions.get(name), name).newUser(context, settings);
    }
}
