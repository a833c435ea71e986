package io.spate.engine.health.machine;

import java.util.OptionalLong;

/** Linux, from /proc and the control groups. */
final class LinuxMachine implements Machine {
    private final ProcFiles files;
    private final CpuQuota quota;
    private final Limits limits;

    /** With the number of cores that this process may run on. */
    LinuxMachine(ProcFiles files, int processors) {
        this.files = files;
        this.quota = new CpuQuota(files);
        this.limits =
                new Limits(
                        Math.min(processors, quota.cores().orElse(processors)),
                        ProcText.openFilesMax(text("/proc/self/limits")),
                        ProcText.portRange(text("/proc/sys/net/ipv4/ip_local_port_range")));
    }

    @Override
    public Limits limits() {
        return limits;
    }

    @Override
    public Reading read() {
        return new Reading(
                ProcText.cpu(text("/proc/stat")),
                ProcText.processCpuNanos(text("/proc/self/stat")),
                quota.read(),
                ProcText.residentBytes(text("/proc/self/status")),
                files.count("/proc/self/fd"),
                ports(),
                ProcText.tcp(text("/proc/net/snmp"), text("/proc/net/netstat")));
    }

    /** Sockets of both families; those in TIME_WAIT stand in the first file alone. */
    private OptionalLong ports() {
        OptionalLong four = ProcText.ports(text("/proc/net/sockstat"));
        OptionalLong six = ProcText.ports(text("/proc/net/sockstat6"));
        return four.isEmpty() ? six : OptionalLong.of(four.getAsLong() + six.orElse(0));
    }

    private String text(String path) {
        return files.read(path).orElse("");
    }
}
