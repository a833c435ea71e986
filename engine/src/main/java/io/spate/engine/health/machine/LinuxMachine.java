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
        OptionalLong openFiles = files.count("/proc/self/fd");
        return new Reading(
                ProcText.cpu(text("/proc/stat")),
                ProcText.processCpuNanos(text("/proc/self/stat")),
                quota.read(),
                ProcText.residentBytes(text("/proc/self/status")),
                openFiles,
                ports(openFiles),
                ProcText.tcp(text("/proc/net/snmp"), text("/proc/net/netstat")));
    }

    /**
     * Of the sockets in use some belong to others, to a server on this machine above all: this
     * process has no more of them than open files. Those in TIME_WAIT belong to nobody.
     */
    private OptionalLong ports(OptionalLong openFiles) {
        String four = text("/proc/net/sockstat");
        OptionalLong inUse = ProcText.sockets(four, "inuse");
        if (inUse.isEmpty()) {
            return inUse;
        }
        long both =
                inUse.getAsLong()
                        + ProcText.sockets(text("/proc/net/sockstat6"), "inuse").orElse(0);
        return OptionalLong.of(
                Math.min(both, openFiles.orElse(both)) + ProcText.sockets(four, "tw").orElse(0));
    }

    private String text(String path) {
        return files.read(path).orElse("");
    }
}
