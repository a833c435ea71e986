package io.spate.locust;

import io.spate.locust.python.Python.Surroundings;
import io.spate.net.NetOptions;
import java.nio.file.Path;
import java.util.List;

/**
 * Locustfiles and what they are given.
 *
 * @param files in the order in which they are loaded
 * @param surroundings of their Python
 * @param net how connections are made while files are loaded
 * @param logLevel of what they log: {@code INFO}
 * @param pythons among which users are shared, each on a core of its own, 1 to 256
 */
public record LocustSource(
        List<Path> files, Surroundings surroundings, NetOptions net, String logLevel, int pythons) {
    public LocustSource {
        files = List.copyOf(files);
    }
}
