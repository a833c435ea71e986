package io.spate.locust;

import io.spate.locust.python.Python.Surroundings;
import java.nio.file.Path;
import java.util.List;

/**
 * Locustfiles and what they are given.
 *
 * @param files in the order in which they are loaded
 * @param surroundings of their Python
 * @param logLevel of what they log: {@code INFO}
 */
public record LocustSource(List<Path> files, Surroundings surroundings, String logLevel) {
    public LocustSource {
        files = List.copyOf(files);
    }
}
