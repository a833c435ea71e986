package io.spate.k6;

import io.spate.k6.js.JsEngine;
import io.spate.k6.js.JsUser;
import io.spate.k6.vu.TestState;
import io.spate.k6.vu.Vu;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/**
 * The users that are made and not at work, by their numbers. A user that has left a scenario is
 * there for the next with its number, with its JavaScript as it left it. Any thread.
 */
final class UserPool {
    private final JsEngine engine;
    private final TestState state;
    private final Map<Long, JsUser> idle = new ConcurrentHashMap<>();

    UserPool(JsEngine engine, TestState state) {
        this.engine = engine;
        this.state = state;
    }

    /** Makes users on some threads. */
    void prepare(List<Long> ids, int threads, IntConsumer progress) throws InterruptedException {
        try (var executor =
                Executors.newFixedThreadPool(
                        threads,
                        task -> Thread.ofPlatform().daemon().name("init").unstarted(task))) {
            var made =
                    ids.stream().map(id -> executor.submit(() -> idle.put(id, make(id)))).toList();
            for (int i = 0; i < made.size(); i++) {
                await(made.get(i), executor);
                progress.accept(i + 1);
            }
        }
    }

    private static void await(Future<?> made, ExecutorService executor)
            throws InterruptedException {
        try {
            made.get();
        } catch (ExecutionException e) {
            executor.shutdownNow();
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            executor.shutdownNow();
            throw e;
        }
    }

    /** The user of a number; made where there is none. */
    JsUser take(long id) {
        var known = idle.remove(id);
        return known == null ? make(id) : known;
    }

    /** One that belongs to nobody else, with the number 0. The caller closes it. */
    JsUser apart() {
        return engine.newUser(new Vu(state, 0));
    }

    private JsUser make(long id) {
        var user = engine.newUser(new Vu(state, id));
        state.counters().made().incrementAndGet();
        return user;
    }

    /** Takes a user back. */
    void give(JsUser user) {
        if (user.isBroken() || idle.putIfAbsent(user.vu().id(), user) != null) {
            user.close();
        }
    }
}
