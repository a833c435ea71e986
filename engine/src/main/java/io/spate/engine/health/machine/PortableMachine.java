package io.spate.engine.health.machine;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.OptionalLong;

/** Any other system: what the JVM tells of it, which is the load and the open files. */
final class PortableMachine implements Machine {
    private static final long UNIT = 1_000_000;

    private final OperatingSystemMXBean system;
    private long total;
    private long busy;

    private PortableMachine(OperatingSystemMXBean system) {
        this.system = system;
    }

    static Machine ofThisJvm() {
        return new PortableMachine(
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class));
    }

    @Override
    public Limits limits() {
        OptionalLong files =
                system instanceof UnixOperatingSystemMXBean unix
                        ? OptionalLong.of(unix.getMaxFileDescriptorCount())
                        : OptionalLong.empty();
        return new Limits(system.getAvailableProcessors(), files, OptionalLong.empty());
    }

    @Override
    public Reading read() {
        OptionalLong files =
                system instanceof UnixOperatingSystemMXBean unix
                        ? OptionalLong.of(unix.getOpenFileDescriptorCount())
                        : OptionalLong.empty();
        long cpuNanos = system.getProcessCpuTime();
        return new Reading(
                cpu(),
                cpuNanos < 0 ? OptionalLong.empty() : OptionalLong.of(cpuNanos),
                Optional.empty(),
                OptionalLong.empty(),
                files,
                OptionalLong.empty(),
                Optional.empty());
    }

    /** The bean tells the load since it was last asked; here it is summed up. */
    private Optional<Cpu> cpu() {
        double load = system.getCpuLoad();
        if (!(load >= 0)) {
            return Optional.empty();
        }
        total += UNIT;
        busy += Math.round(load * UNIT);
        return Optional.of(new Cpu(total, busy, 0));
    }
}
