package io.spate.engine.health.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.engine.health.machine.Machine.Cpu;
import io.spate.engine.health.machine.Machine.Tcp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts as Linux 6.18 wrote them, some lines left out. */
class ProcTextTest {
    private static final String STAT =
            """
            cpu  922368 2144 148783 1317608 1649 0 48626 357 0 0
            cpu0 445324 1161 72335 677237 582 0 23587 166 0 0
            cpu1 477043 983 76448 640371 1066 0 25039 190 0 0
            intr 9527419 0 0
            """;

    private static final String SNMP =
            """
            Ip: Forwarding DefaultTTL InReceives
            Ip: 2 64 222567067
            Tcp: RtoAlgorithm RtoMin RtoMax MaxConn ActiveOpens PassiveOpens AttemptFails EstabResets CurrEstab InSegs OutSegs RetransSegs InErrs OutRsts InCsumErrors
            Tcp: 1 200 120000 -1 267354 264919 2145 167732 0 222567497 222560858 599 0 134618 0
            Udp: InDatagrams NoPorts
            Udp: 1048 0
            """;

    private static final String NETSTAT =
            """
            TcpExt: SyncookiesSent TW TWRecycled ListenOverflows ListenDrops
            TcpExt: 0 138015 131 256 257
            IpExt: InNoRoutes
            IpExt: 0
            """;

    @Test
    void readsTheTimesOfAllCores() {
        long total = 922368 + 2144 + 148783 + 1317608 + 1649 + 48626 + 357;
        assertThat(ProcText.cpu(STAT)).contains(new Cpu(total, total - 1317608 - 1649 - 357, 357));
    }

    @Test
    void timeOfGuestsIsNotCountedTwice() {
        assertThat(ProcText.cpu("cpu 10 0 0 90 0 0 0 0 10 0")).contains(new Cpu(100, 10, 0));
    }

    @Test
    void oldKernelsKnowFourTimes() {
        assertThat(ProcText.cpu("cpu 10 20 30 40")).contains(new Cpu(100, 60, 0));
    }

    @Test
    void readsTheTimeOfAProcessWhateverItsName() {
        String fields =
                " R 31761 31761 24474 0 -1 4194304 2854 6529 0 0 104 17 2 4 20 0 1 0 1262166";
        assertThat(ProcText.processCpuNanos("31763 (java)" + fields)).hasValue(1_210_000_000L);
        assertThat(ProcText.processCpuNanos("31763 (a) R (b c)" + fields)).hasValue(1_210_000_000L);
    }

    @Test
    void readsMemoryInBytes() {
        assertThat(ProcText.residentBytes("VmHWM:\t  130000 kB\nVmRSS:\t  114688 kB\n"))
                .hasValue(114_688L * 1024);
    }

    @Test
    void readsTheLimitOfOpenFiles() {
        String limits =
                """
                Limit                     Soft Limit           Hard Limit           Units
                Max processes             96365                96365                processes
                Max open files            1024                 20000                files
                """;
        assertThat(ProcText.openFilesMax(limits)).hasValue(1024);
        assertThat(ProcText.openFilesMax("Max open files  unlimited unlimited files")).isEmpty();
    }

    @Test
    void countsThePortsThatMayBeUsed() {
        assertThat(ProcText.portRange("32768\t60999\n")).hasValue(28_232);
    }

    @Test
    void readsNumbersOfSockets() {
        String sockstat =
                """
                sockets: used 17
                TCP: inuse 12 orphan 0 tw 345 alloc 13 mem 44
                UDP: inuse 2 mem 0
                """;
        assertThat(ProcText.sockets(sockstat, "inuse")).hasValue(12);
        assertThat(ProcText.sockets(sockstat, "tw")).hasValue(345);
        assertThat(ProcText.sockets("TCP6: inuse 3\nUDP6: inuse 1", "inuse")).hasValue(3);
    }

    @Test
    void readsCountsBelowTheirNames() {
        assertThat(ProcText.tcp(SNMP, NETSTAT)).contains(new Tcp(222560858, 599, 256));
        assertThat(ProcText.tcp(SNMP, "")).contains(new Tcp(222560858, 599, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "cpu", "cpu x", "Tcp: OutSegs", "Tcp: OutSegs\nTcp:", "1 (x", "TCP:"})
    void whatIsNotUnderstoodIsLeftOut(String text) {
        assertThat(ProcText.cpu(text)).isEmpty();
        assertThat(ProcText.processCpuNanos(text)).isEmpty();
        assertThat(ProcText.residentBytes(text)).isEmpty();
        assertThat(ProcText.openFilesMax(text)).isEmpty();
        assertThat(ProcText.portRange(text)).isEmpty();
        assertThat(ProcText.sockets(text, "inuse")).isEmpty();
        assertThat(ProcText.tcp(text, text)).isEmpty();
    }
}
