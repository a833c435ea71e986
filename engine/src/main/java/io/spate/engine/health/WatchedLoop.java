package io.spate.engine.health;

import io.spate.metrics.Recorder;
import io.spate.net.EventLoop;

/**
 * An event loop to watch.
 *
 * @param loop whose thread records how late it is
 * @param recorder the loop's own
 */
public record WatchedLoop(EventLoop loop, Recorder recorder) {}
