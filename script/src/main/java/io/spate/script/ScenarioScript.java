package io.spate.script;

import io.spate.engine.Script;
import io.spate.engine.UserContext;
import io.spate.engine.VirtualUser;
import io.spate.net.EventLoop;
import io.spate.script.debug.UserObserver;
import io.spate.script.share.LoopShare;
import io.spate.script.share.TestShare;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Makes the virtual users of a test's scenarios; all loops may ask at once. */
final class ScenarioScript implements Script {
    private final Map<String, ScenarioDefinition<?>> definitions;
    private final Action<User> before;
    private final Action<User> after;
    private final TestShare settings;
    private final Optional<UserObserver> observer;

    /**
     * What the users of a loop share, by scenario. An inner map belongs to its loop; there are as
     * many as there are loops, with as many entries as there are scenarios.
     */
    private final Map<EventLoop, Map<String, LoopShare>> shares = new ConcurrentHashMap<>();

    /** What every user's session begins with. */
    private volatile Map<String, Object> variables = Map.of();

    ScenarioScript(
            Map<String, ScenarioDefinition<?>> definitions,
            Action<User> before,
            Action<User> after,
            TestShare settings,
            Optional<UserObserver> observer) {
        this.definitions = Map.copyOf(definitions);
        this.before = before;
        this.after = after;
        this.settings = settings;
        this.observer = observer;
    }

    @Override
    public VirtualUser newUser(UserContext context) {
        var name = context.scenario().name();
        var loop = shares.computeIfAbsent(context.loop(), _ -> new HashMap<>());
        var share = loop.get(name);
        if (share == null) {
            share = share(context);
            loop.put(name, share);
        }
        var number = (context.userId() - 1) / settings.scenarios();
        return Objects.requireNonNull(definitions.get(name), name)
                .newUser(new User(context, settings, share, variables, observer), number);
    }

    @Override
    public void before(UserContext context) {
        once(context, "before", before);
    }

    @Override
    public void after(UserContext context) {
        once(context, "after", after);
    }

    private void once(UserContext context, String phase, Action<User> action) {
        var user = new User(context, settings, share(context), variables, observer);
        try {
            user.begin(phase);
            TaskUser.run(action, user);
            variables = user.session().values();
        } finally {
            user.close();
        }
    }

    private LoopShare share(UserContext context) {
        return LoopShare.of(context, settings.http(), settings.metrics(), settings.seed());
    }
}
