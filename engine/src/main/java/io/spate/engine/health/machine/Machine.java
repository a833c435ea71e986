package io.spate.engine.health.machine;

import java.util.Optional;
import java.util.OptionalLong;

/** What the operating system tells of the machine and of this process. */
public interface Machine {

    /** What does not change during a run. */
    Limits limits();

    /** How it is now. */
    Reading read();

    /** The machine that this process runs on. */
    static Machine ofThisProcess() {
        ProcFiles files = ProcFiles.system();
        return files.read("/proc/self/stat").isPresent()
                ? new LinuxMachine(files, Runtime.getRuntime().availableProcessors())
                : PortableMachine.ofThisJvm();
    }

    /**
     * What this process may use.
     *
     * @param cores as many as it may run on at once; a quota of CPU makes fractions
     * @param openFiles the most files it may have open
     * @param ports local ports for outgoing connections, to one address
     */
    record Limits(double cores, OptionalLong openFiles, OptionalLong ports) {}

    /**
     * One look. Times and counts are those since some instant in the past, the same for all looks.
     *
     * @param cpu times of all cores of the machine
     * @param processCpuNanos CPU time of this process
     * @param quota how often a quota of CPU was used up
     * @param residentBytes memory of this process
     * @param openFiles files it has open
     * @param ports local TCP ports that it holds at most, those in TIME_WAIT included
     * @param tcp segments of the machine
     */
    record Reading(
            Optional<Cpu> cpu,
            OptionalLong processCpuNanos,
            Optional<Quota> quota,
            OptionalLong residentBytes,
            OptionalLong openFiles,
            OptionalLong ports,
            Optional<Tcp> tcp) {}

    /** Times of all cores, in any one unit: all of it, at work, and taken by the hypervisor. */
    record Cpu(long total, long busy, long steal) {}

    /** Periods of a quota, and those in which it was used up. */
    record Quota(long periods, long throttled) {}

    /** Segments sent, those sent again, and connections that found a full accept queue. */
    record Tcp(long segments, long retransmits, long listenOverflows) {}
}
