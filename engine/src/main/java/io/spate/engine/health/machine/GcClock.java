package io.spate.engine.health.machine;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;

/** How often and how long the garbage collector has stopped the process so far. */
@FunctionalInterface
public interface GcClock {

    /** Reads it. Takes a microsecond, so that it can be asked fifty times a second. */
    Pauses read();

    /**
     * Pauses since the process started.
     *
     * @param millis the time of all of them
     */
    record Pauses(long count, long millis) {}

    /** This JVM's. What a concurrent collector does while the process goes on is left out. */
    static GcClock ofThisJvm() {
        List<GarbageCollectorMXBean> beans =
                ManagementFactory.getGarbageCollectorMXBeans().stream()
                        .filter(bean -> !bean.getName().endsWith("Cycles"))
                        .toList();
        return () -> {
            long count = 0;
            long millis = 0;
            for (GarbageCollectorMXBean bean : beans) {
                count += Math.max(0, bean.getCollectionCount());
                millis += Math.max(0, bean.getCollectionTime());
            }
            return new Pauses(count, millis);
        };
    }
}
