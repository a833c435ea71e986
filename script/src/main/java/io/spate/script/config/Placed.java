package io.spate.script.config;

import java.util.function.Function;

/**
 * A value, and where it was given.
 *
 * @param origin a file with its line, such as {@code performance_config.yml:14}, or a variable's
 *     name
 */
public record Placed<T>(T value, String origin) {

    /** Another value from the same place. */
    public <V> Placed<V> map(Function<T, V> function) {
        return new Placed<>(function.apply(value), origin);
    }
}
