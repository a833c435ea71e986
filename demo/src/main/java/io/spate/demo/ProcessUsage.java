package io.spate.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * What this process uses of the machine. Where the shop runs inside another program, that program's
 * share is in it.
 *
 * @param cpuSeconds processor time so far
 * @param residentBytes memory held, heap and all; 0 where the system does not tell (it is read from
 *     Linux's /proc)
 * @param heapBytes Java heap in use
 */
record ProcessUsage(double cpuSeconds, long residentBytes, long heapBytes) {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String RESIDENT = "VmRSS:";

    static ProcessUsage read() {
        Duration cpu = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        Runtime runtime = Runtime.getRuntime();
        long heapBytes = runtime.totalMemory() - runtime.freeMemory();
        return new ProcessUsage(cpu.toNanos() / 1e9, readResidentBytes(), heapBytes);
    }

    private static long readResidentBytes() {
        try (Stream<String> lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith(RESIDENT))
                    .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
