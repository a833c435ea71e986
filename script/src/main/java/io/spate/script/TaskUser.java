package io.spate.script;

import io.spate.engine.InterruptedIteration;
import io.spate.engine.ScenarioExhausted;
import io.spate.engine.VirtualUser;
import io.spate.script.data.Feed;

/** A virtual user that does one of its scenario's tasks in each iteration. */
final class TaskUser<T> implements VirtualUser {
    private final User user;
    private final T state;
    private final ScenarioDefinition<T> definition;
    private final long number;

    /**
     * A user with its state.
     *
     * @param number of the user in its scenario, from 0
     */
    TaskUser(User user, T state, ScenarioDefinition<T> definition, long number) {
        this.user = user;
        this.state = state;
        this.definition = definition;
        this.number = number;
    }

    @Override
    public void start() {
        user.begin("start");
        for (var feed : definition.feeds()) {
            if (feed.isPerUser()) {
                take(feed, feed.rowOfUser(number));
            }
        }
        run(definition.onStart());
    }

    @Override
    public void iterate(long key, long dueNanos) {
        user.beginIteration(key, dueNanos);
        var feeds = definition.feeds();
        for (int i = 0; i < feeds.size(); i++) { // an iterator would be allocated
            var feed = feeds.get(i);
            if (!feed.isPerUser()) {
                take(feed, feed.rowOfIteration(key));
            }
        }
        run(definition.tasks().pick(user.random()));
    }

    @Override
    public void stop() {
        user.begin("stop");
        run(definition.onStop());
    }

    @Override
    public void close() {
        user.close();
    }

    private void take(Feed feed, int row) {
        if (row == Feed.NO_MORE) {
            throw new ScenarioExhausted(feed.name());
        }
        feed.read(row, user.session()::field);
    }

    private void run(Action<? super T> action) {
        run(action, state);
    }

    /** Does something, and throws what it throws as the engine takes it. */
    static <S> void run(Action<? super S> action, S state) {
        try {
            action.run(state);
        } catch (Exception thrown) {
            if (Interruptions.isInterruption(thrown)) {
                throw new InterruptedIteration();
            }
            throw Interruptions.<RuntimeException>unchecked(thrown);
        }
    }
}
