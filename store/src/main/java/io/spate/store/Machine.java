package io.spate.store;

/**
 * The machine that made the load.
 *
 * @param host its name; empty where it is not known, as the others are then
 * @param cores how many processors the process may use
 * @param memoryBytes how much memory it has; 0 where it is not known
 * @param cpu what its processor is called
 * @param os the operating system with its version
 * @param java the version of Java
 */
public record Machine(
        String host, int cores, long memoryBytes, String cpu, String os, String java) {

    /** Whether runs on both can be compared: name, processor and number of cores are the same. */
    public boolean isLike(Machine other) {
        return host.equals(other.host) && cores == other.cores && cpu.equals(other.cpu);
    }

    /** In a few words: {@code build-1 (4 cores, AMD EPYC 7B13)}. */
    public String words() {
        return "%s (%d cores%s)".formatted(host, cores, cpu.isEmpty() ? "" : ", " + cpu);
    }
}
