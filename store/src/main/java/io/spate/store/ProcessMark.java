package io.spate.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A process as all that can see it know it: by the machine's start, the room in which numbers of
 * processes count, its number and when it was started. Only Linux tells all of that.
 */
final class ProcessMark {
    /** Of {@code /proc/N/stat}, behind the name of the program (man 5 proc). */
    private static final int STARTED_FIELD = 19;

    private ProcessMark() {}

    /** That of this process; empty where it cannot be known. */
    static String own() {
        long pid = ProcessHandle.current().pid();
        return room().flatMap(room -> started(pid).map(it -> mark(room, pid, it))).orElse("");
    }

    /** Whether a process has ended, as far as it can be seen from here. */
    static boolean isGone(String mark) {
        var parts = mark.split(" ", -1);
        if (parts.length != 4 || !room().equals(Optional.of(parts[0] + " " + parts[1]))) {
            return false;
        }
        long pid = Long.parseLong(parts[2]);
        return !started(pid).equals(Optional.of(parts[3]));
    }

    private static String mark(String room, long pid, String started) {
        return room + " " + pid + " " + started;
    }

    private static Optional<String> room() {
        try {
            var boot = Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
            return Optional.of(boot + " " + Files.readSymbolicLink(Path.of("/proc/self/ns/pid")));
        } catch (IOException | UnsupportedOperationException _) {
            return Optional.empty();
        }
    }

    /** In the clock's ticks since the machine's start; the name before may hold anything. */
    private static Optional<String> started(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            boolean ended = fields[0].equals("Z") || fields[0].equals("X");
            return ended ? Optional.empty() : Optional.of(fields[STARTED_FIELD]);
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
