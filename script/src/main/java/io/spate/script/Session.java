package io.spate.script;

import io.spate.metrics.Nearest;
import io.spate.script.debug.UserObserver;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The variables of one virtual user, from its start to its end: what feeders give it, and what it
 * sets itself. Belongs to the user's thread.
 *
 * <p>It begins with what {@link TestBuilder#before} has put into its session. Those values are the
 * same objects for all users, on all event loops, so they must not be changed.
 */
public final class Session {
    /** The most variables that a user may have. */
    public static final int LIMIT = 1_000;

    /** Stands for a variable of the base that was removed. */
    private enum Mark {
        REMOVED
    }

    private final Map<String, Object> base;
    private final @Nullable UserObserver observer;
    private Map<String, Object> own = Map.of();

    /** A session that begins with some variables, which stay as they are. */
    Session(Map<String, Object> base, @Nullable UserObserver observer) {
        this.base = base;
        this.observer = observer;
    }

    /**
     * Sets a variable.
     *
     * @throws IllegalStateException where there are {@link #LIMIT} already
     */
    public Session set(String name, Object value) {
        put(name, value);
        return this;
    }

    /**
     * The value of a variable.
     *
     * @throws NoSuchElementException where nothing has set it
     */
    public Object get(String name) {
        var value = value(name);
        if (value == null) {
            throw new NoSuchElementException(
                    "nothing has set \"%s\" in this user's session%s"
                            .formatted(name, Nearest.hint(name, names())));
        }
        return value;
    }

    /**
     * The value of a variable as a text.
     *
     * @throws NoSuchElementException where nothing has set it
     */
    public String text(String name) {
        return get(name).toString();
    }

    /** The value of a variable; empty where nothing has set it. */
    public Optional<Object> find(String name) {
        return Optional.ofNullable(value(name));
    }

    /** Whether a variable is set. */
    public boolean has(String name) {
        return value(name) != null;
    }

    /** Forgets a variable. */
    public void remove(String name) {
        if (base.containsKey(name)) {
            put(name, Mark.REMOVED);
        } else if (own.containsKey(name)) {
            own.remove(name);
        }
    }

    /** The names of the variables that are set. */
    public Set<String> names() {
        var names = new HashSet<>(base.keySet());
        names.addAll(own.keySet());
        names.removeIf(it -> !has(it));
        return names;
    }

    /** Takes a field of a row; null takes the variable away. */
    void field(String name, @Nullable Object value) {
        if (value == null) {
            remove(name);
        } else {
            put(name, value);
        }
    }

    /** All variables as they are now. */
    Map<String, Object> values() {
        var values = new HashMap<>(base);
        values.putAll(own);
        values.values().removeIf(it -> it instanceof Mark);
        return Collections.unmodifiableMap(values);
    }

    private @Nullable Object value(String name) {
        var value = own.get(name);
        if (value == null) {
            return base.get(name);
        }
        return value instanceof Mark ? null : value;
    }

    private void put(String name, Object value) {
        if (own.isEmpty()) {
            own = new HashMap<>();
        } else if (own.size() >= LIMIT && !own.containsKey(name)) {
            throw new IllegalStateException(
                    "a session holds %d variables, and \"%s\" would be one more: use fewer names"
                            .formatted(LIMIT, name));
        }
        own.put(name, value);
        if (observer != null && !(value instanceof Mark)) {
            observer.kept(name, value);
        }
    }
}
