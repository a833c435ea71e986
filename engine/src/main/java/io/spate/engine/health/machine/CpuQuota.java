package io.spate.engine.health.machine;

import io.spate.engine.health.machine.Machine.Quota;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The quota of CPU that control groups, and so containers, give this process (cgroups(7)). Any
 * group above it may have one as well; the tightest counts.
 */
final class CpuQuota {
    private static final String ROOT = "/sys/fs/cgroup";

    private final ProcFiles files;
    private final OptionalDouble cores;
    private final Optional<String> statPath;

    private record Group(String statPath, double cores) {}

    /** Finds the quota, in version 2 or 1 of control groups. */
    CpuQuota(ProcFiles files) {
        this.files = files;
        Optional<Group> tightest =
                groups().stream().min((one, other) -> Double.compare(one.cores, other.cores));
        this.cores = tightest.map(it -> OptionalDouble.of(it.cores)).orElse(OptionalDouble.empty());
        this.statPath = tightest.map(Group::statPath);
    }

    /** How many cores it allows; empty where there is none. */
    OptionalDouble cores() {
        return cores;
    }

    /** How often it was used up. */
    Optional<Quota> read() {
        return statPath.flatMap(files::read).flatMap(CpuQuota::quota);
    }

    private static Optional<Quota> quota(String stat) {
        OptionalLong periods = ProcText.value(stat, "nr_periods");
        OptionalLong throttled = ProcText.value(stat, "nr_throttled");
        return periods.isPresent() && throttled.isPresent()
                ? Optional.of(new Quota(periods.getAsLong(), throttled.getAsLong()))
                : Optional.empty();
    }

    private List<Group> groups() {
        var groups = new ArrayList<Group>();
        for (String line : files.read("/proc/self/cgroup").orElse("").split("\n", -1)) {
            String[] parts = line.split(":", 3);
            if (parts.length < 3) {
                continue;
            }
            if (parts[1].isEmpty()) {
                addAll(groups, ROOT, parts[2], this::version2);
            } else if (List.of(parts[1].split(",", -1)).contains("cpu")) {
                addAll(groups, ROOT + "/" + parts[1], parts[2], this::version1);
                addAll(groups, ROOT + "/cpu", parts[2], this::version1);
            }
        }
        return groups;
    }

    @FunctionalInterface
    private interface Version {
        OptionalDouble cores(String folder);
    }

    /** A container often sees the path of its group outside, but has its own group as the root. */
    private static void addAll(List<Group> groups, String root, String path, Version version) {
        String below = path;
        while (true) {
            String folder = root + (below.equals("/") ? "" : below);
            version.cores(folder).ifPresent(it -> groups.add(new Group(folder + "/cpu.stat", it)));
            if (below.isEmpty() || below.equals("/")) {
                return;
            }
            below = below.substring(0, Math.max(0, below.lastIndexOf('/')));
        }
    }

    private OptionalDouble version2(String folder) {
        String[] parts = files.read(folder + "/cpu.max").orElse("").trim().split(" ", -1);
        return parts.length == 2 ? ProcText.cores(parts[0], parts[1]) : OptionalDouble.empty();
    }

    private OptionalDouble version1(String folder) {
        return ProcText.cores(
                files.read(folder + "/cpu.cfs_quota_us").orElse(""),
                files.read(folder + "/cpu.cfs_period_us").orElse(""));
    }
}
