package io.spate.engine.health.machine;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** The CPU time of one loop's thread. */
@FunctionalInterface
public interface LoopClock {

    /** Its times so far. Any thread. */
    Times read();

    /**
     * Times since the thread started.
     *
     * @param cpuNanos on a core; negative where it is not known
     * @param waitNanos ready to run, but without a core
     */
    record Times(long cpuNanos, OptionalLong waitNanos) {}

    /** That of the calling thread. */
    static LoopClock ofThisThread() {
        ThreadMXBean beans = ManagementFactory.getThreadMXBean();
        long id = Thread.currentThread().threadId();
        LoopClock portable = () -> new Times(beans.getThreadCpuTime(id), OptionalLong.empty());
        try {
            // "1234/task/1240": the only way from Java to the thread's number in the kernel.
            Path self = Files.readSymbolicLink(Path.of("/proc/thread-self"));
            return linux(ProcFiles.system(), "/proc/" + self + "/schedstat", portable);
        } catch (IOException _) {
            return portable;
        }
    }

    /** From a file of two times in nanoseconds; zeros where the kernel does not count them. */
    static LoopClock linux(ProcFiles files, String path, LoopClock otherwise) {
        return () -> {
            long[] times = ProcText.numbers(files.read(path).orElse(""));
            return times.length >= 2 && times[0] > 0
                    ? new Times(times[0], OptionalLong.of(times[1]))
                    : otherwise.read();
        };
    }
}
