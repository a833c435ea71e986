package io.spate.engine.health.machine;

import io.spate.engine.health.machine.Machine.Cpu;
import io.spate.engine.health.machine.Machine.Tcp;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Reads the texts of Linux's /proc (proc(5)). What does not look as it should is left out. */
final class ProcText {
    /** A tick of /proc's times, on every architecture that Java runs on. */
    private static final long TICK_NANOS = 10_000_000;

    private ProcText() {}

    /** The first line of /proc/stat. The time of guests is in that of users, so not added. */
    static Optional<Cpu> cpu(String stat) {
        long[] times = numbers(line(stat, "cpu "));
        if (times.length < 4) {
            return Optional.empty();
        }
        long idle = times[3] + (times.length > 4 ? times[4] : 0);
        long steal = times.length > 7 ? times[7] : 0;
        long total = 0;
        for (int i = 0; i < Math.min(8, times.length); i++) {
            total += times[i];
        }
        return Optional.of(new Cpu(total, total - idle - steal, steal));
    }

    /** CPU time in /proc/self/stat. The name, in parentheses, may hold anything. */
    static OptionalLong processCpuNanos(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).trim().split(" ", -1);
        if (fields.length < 13) {
            return OptionalLong.empty();
        }
        OptionalLong user = number(fields[11]);
        OptionalLong system = number(fields[12]);
        return user.isPresent() && system.isPresent()
                ? OptionalLong.of((user.getAsLong() + system.getAsLong()) * TICK_NANOS)
                : OptionalLong.empty();
    }

    /** VmRSS in /proc/self/status. */
    static OptionalLong residentBytes(String status) {
        long[] kibibytes = numbers(line(status, "VmRSS:"));
        return kibibytes.length == 0 ? OptionalLong.empty() : OptionalLong.of(kibibytes[0] * 1024);
    }

    /** The soft limit of open files in /proc/self/limits; empty where there is none. */
    static OptionalLong openFilesMax(String limits) {
        long[] values = numbers(line(limits, "Max open files"));
        return values.length == 0 ? OptionalLong.empty() : OptionalLong.of(values[0]);
    }

    /** How many ports /proc/sys/net/ipv4/ip_local_port_range spans. */
    static OptionalLong portRange(String range) {
        long[] ends = numbers(range);
        return ends.length < 2 ? OptionalLong.empty() : OptionalLong.of(ends[1] - ends[0] + 1);
    }

    /** A number of /proc/net/sockstat, such as {@code inuse} or {@code tw}. */
    static OptionalLong sockets(String sockstat, String name) {
        String[] words = line(sockstat, "TCP").split("\\s+", -1);
        for (int i = 0; i + 1 < words.length; i++) {
            if (words[i].equals(name)) {
                return number(words[i + 1]);
            }
        }
        return OptionalLong.empty();
    }

    /** /proc/net/snmp with /proc/net/netstat, which tell names in one line, values in the next. */
    static Optional<Tcp> tcp(String snmp, String netstat) {
        OptionalLong segments = named(snmp, "Tcp:", "OutSegs");
        OptionalLong again = named(snmp, "Tcp:", "RetransSegs");
        if (segments.isEmpty() || again.isEmpty()) {
            return Optional.empty();
        }
        long overflows = named(netstat, "TcpExt:", "ListenOverflows").orElse(0);
        return Optional.of(new Tcp(segments.getAsLong(), again.getAsLong(), overflows));
    }

    private static OptionalLong named(String text, String group, String name) {
        String[] names = null;
        for (String line : text.split("\n", -1)) {
            if (!line.startsWith(group)) {
                continue;
            }
            String[] words = line.split(" ", -1);
            if (names == null) {
                names = words;
                continue;
            }
            for (int i = 0; i < Math.min(names.length, words.length); i++) {
                if (names[i].equals(name)) {
                    return number(words[i]);
                }
            }
        }
        return OptionalLong.empty();
    }

    /** What stands behind a name, such as {@code throttled_usec 12} in cgroup's cpu.stat. */
    static OptionalLong value(String text, String name) {
        long[] values = numbers(line(text, name + " "));
        return values.length == 0 ? OptionalLong.empty() : OptionalLong.of(values[0]);
    }

    /** How many cores a quota of some microseconds in a period is; empty where it has no limit. */
    static OptionalDouble cores(String quota, String period) {
        OptionalLong micros = number(quota.trim());
        OptionalLong of = number(period.trim());
        boolean limited =
                micros.isPresent()
                        && of.isPresent()
                        && micros.getAsLong() > 0
                        && of.getAsLong() > 0;
        return limited
                ? OptionalDouble.of((double) micros.getAsLong() / of.getAsLong())
                : OptionalDouble.empty();
    }

    /** What follows a prefix in the first line that has it. */
    private static String line(String text, String prefix) {
        for (String line : text.split("\n", -1)) {
            if (line.startsWith(prefix)) {
                return line.substring(prefix.length());
            }
        }
        return "";
    }

    /** The numbers that a text begins with. */
    static long[] numbers(String text) {
        String trimmed = text.trim();
        return trimmed.isEmpty()
                ? new long[0]
                : Arrays.stream(trimmed.split("\\s+", -1))
                        .map(ProcText::number)
                        .takeWhile(OptionalLong::isPresent)
                        .mapToLong(OptionalLong::getAsLong)
                        .toArray();
    }

    private static OptionalLong number(String text) {
        try {
            return OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException _) {
            return OptionalLong.empty();
        }
    }
}
