package io.spate.engine.health.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.engine.health.machine.LoopClock.Times;
import io.spate.engine.health.machine.Machine.Quota;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Machines and containers, by their files. */
class LinuxMachineTest {
    private final Map<String, String> files = new HashMap<>();

    private LinuxMachine machine() {
        return new LinuxMachine(FakeFiles.of(files), 8);
    }

    @Test
    void aMachineThatTellsNothingIsNoError() {
        var reading = machine().read();

        assertThat(machine().limits().cores()).isEqualTo(8);
        assertThat(machine().limits().openFiles()).isEmpty();
        assertThat(reading.cpu()).isEmpty();
        assertThat(reading.quota()).isEmpty();
        assertThat(reading.openFiles()).isEmpty();
        assertThat(reading.ports()).isEmpty();
        assertThat(reading.tcp()).isEmpty();
    }

    @Test
    void aContainerSeesItsOwnGroupAsTheRoot() {
        files.put("/proc/self/cgroup", "0::/kubepods/pod1/container\n");
        files.put("/sys/fs/cgroup/cpu.max", "150000 100000\n");
        files.put(
                "/sys/fs/cgroup/cpu.stat",
                "usage_usec 77\nnr_periods 40\nnr_throttled 9\nthrottled_usec 1234\n");

        assertThat(machine().limits().cores()).isEqualTo(1.5);
        assertThat(machine().read().quota()).contains(new Quota(40, 9));
    }

    @Test
    void theTightestQuotaOfAllGroupsCounts() {
        files.put("/proc/self/cgroup", "0::/user.slice/job.scope\n");
        files.put("/sys/fs/cgroup/user.slice/cpu.max", "200000 100000");
        files.put("/sys/fs/cgroup/user.slice/job.scope/cpu.max", "max 100000");
        files.put("/sys/fs/cgroup/user.slice/cpu.stat", "nr_periods 3\nnr_throttled 1");

        assertThat(machine().limits().cores()).isEqualTo(2);
        assertThat(machine().read().quota()).contains(new Quota(3, 1));
    }

    @Test
    void versionOneHasAQuotaToo() {
        files.put("/proc/self/cgroup", "4:memory:/x\n2:cpu,cpuacct:/docker/1\n");
        files.put("/sys/fs/cgroup/cpu,cpuacct/docker/1/cpu.cfs_quota_us", "50000\n");
        files.put("/sys/fs/cgroup/cpu,cpuacct/docker/1/cpu.cfs_period_us", "100000\n");
        files.put(
                "/sys/fs/cgroup/cpu,cpuacct/docker/1/cpu.stat",
                "nr_periods 5\nnr_throttled 4\nthrottled_time 6\n");

        assertThat(machine().limits().cores()).isEqualTo(0.5);
        assertThat(machine().read().quota()).contains(new Quota(5, 4));
    }

    @Test
    void aGroupWithoutAQuotaLeavesAllCores() {
        files.put("/proc/self/cgroup", "1:cpu:/\n0::/\n");
        files.put("/sys/fs/cgroup/cpu/cpu.cfs_quota_us", "-1\n");
        files.put("/sys/fs/cgroup/cpu/cpu.cfs_period_us", "100000\n");
        files.put("/sys/fs/cgroup/cpu.max", "max 100000");

        assertThat(machine().limits().cores()).isEqualTo(8);
    }

    @Test
    void socketsOfBothFamiliesHoldPorts() {
        files.put("/proc/net/sockstat", "TCP: inuse 5 orphan 0 tw 7 alloc 9 mem 1\n");
        files.put("/proc/net/sockstat6", "TCP6: inuse 11\n");

        assertThat(machine().read().ports()).hasValue(23);
    }

    @Test
    void socketsOfOthersHoldNoPortsOfOurs() {
        files.put("/proc/net/sockstat", "TCP: inuse 20000 orphan 0 tw 7 alloc 9 mem 1\n");

        var machine = new LinuxMachine(new FakeFiles(files, 10_050), 8);
        assertThat(machine.read().openFiles()).hasValue(10_050);
        assertThat(machine.read().ports()).hasValue(10_057);
    }

    @Test
    void aLoopsClockFallsBackWhereTheKernelCountsNothing() {
        LoopClock otherwise = () -> new Times(42, OptionalLong.empty());
        var clock = LoopClock.linux(FakeFiles.of(files), "schedstat", otherwise);

        assertThat(clock.read()).isEqualTo(new Times(42, OptionalLong.empty()));
        files.put("schedstat", "0 0 0\n");
        assertThat(clock.read()).isEqualTo(new Times(42, OptionalLong.empty()));
        files.put("schedstat", "1052104183 684255 29\n");
        assertThat(clock.read()).isEqualTo(new Times(1052104183, OptionalLong.of(684255)));
    }

    @Test
    void thisMachineTellsSomething() {
        var reading = Machine.ofThisProcess().read();

        assertThat(Machine.ofThisProcess().limits().cores()).isPositive();
        assertThat(reading.processCpuNanos().orElse(0)).isPositive();
    }

    @Test
    void othersThanLinuxTellLess() {
        var machine = PortableMachine.ofThisJvm();

        assertThat(machine.limits().cores()).isPositive();
        assertThat(machine.read().processCpuNanos().orElse(0)).isPositive();
    }

    @Test
    void theGarbageCollectorsPausesAreCounted() {
        var clock = GcClock.ofThisJvm();
        var before = clock.read();
        System.gc();

        assertThat(clock.read().count()).isGreaterThan(before.count());
    }
}
