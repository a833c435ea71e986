package io.spate.cli.capacity;

import io.spate.plan.Spacing;
import java.util.Optional;

/**
 * What a search is asked for.
 *
 * @param open whether the load is a rate
 * @param from the load to begin with
 * @param to the highest load to try
 * @param precision how close to come to the limit, as a share
 * @param usersMax virtual users that a rate may use at most
 */
record CapacitySettings(
        boolean open,
        double from,
        double to,
        double precision,
        Search.Steps steps,
        int usersMax,
        Spacing spacing,
        Reports reports,
        boolean noColor,
        boolean quiet) {

    /** The files to write. */
    record Reports(Optional<String> html, Optional<String> json, Optional<String> markdown) {}
}
