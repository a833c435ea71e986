package io.spate.output.delivery;

import java.util.Optional;

/**
 * What can wait to be sent. Immutable.
 *
 * @param <T> the type itself
 */
public interface Freight<T extends Freight<T>> {
    /** How much memory it takes, roughly. */
    long bytes();

    /** How many points it will be. */
    long points();

    /** How many points it had no room for when it was merged. */
    default long spilled() {
        return 0;
    }

    /** This and what comes after it as one; nothing where that cannot be. */
    Optional<T> merged(T later);
}
