package io.spate.script;

import io.spate.engine.Script;
import io.spate.engine.UserContext;
import io.spate.engine.VirtualUser;
import io.spate.net.EventLoop;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** Makes the virtual users of a test's scenarios; all loops may ask at once. */
final class ScenarioScript implements Script {
    private final Map<String, ScenarioDefinition<?>> definitions;
    private final UserSettings settings;

    /**
     * What the users of a loop share, by scenario. An inner map belongs to its loop; there are as
     * many as there are loops, with as many entries as there are scenarios.
     */
    private final Map<EventLoop, Map<String, LoopShare>> shares = new ConcurrentHashMap<>();

    ScenarioScript(Map<String, ScenarioDefinition<?>> definitions, UserSettings settings) {
        this.definitions = Map.copyOf(definitions);
        this.settings = settings;
    }

    @Override
    public VirtualUser newUser(UserContext context) {
        var name = context.scenario().name();
        var loop = shares.computeIfAbsent(context.loop(), _ -> new HashMap<>());
        var share = loop.get(name);
        if (share == null) {
            share = LoopShare.of(context, settings.http());
            loop.put(name, share);
        }
        return Objects.requireNonNull(definitions.get(name), name)
                .newUser(context, settings, share);
    }
}
