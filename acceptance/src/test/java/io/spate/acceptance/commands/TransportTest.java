package io.spate.acceptance.commands;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;
import static org.assertj.core.api.Assertions.assertThat;

import io.spate.acceptance.commands.Command.Outcome;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Machines that refuse a transport, as most containers refuse io_uring. */
@Timeout(120)
@EnabledOnOs(OS.LINUX)
class TransportTest {
    private static final Command SPATE = Command.ofThisBuild();
    private static final int INVALID_CONFIGURATION = 104;

    private static final int PR_SET_NO_NEW_PRIVS = 38;
    private static final int PR_SET_SECCOMP = 22;
    private static final int IO_URING_SETUP = 425;

    @TempDir Path folder;

    @Test
    void ioUringThatIsForbiddenIsToldInOneLine() throws Exception {
        try (var nginx = Nginx.start(folder, "location / { return 200 ok; }")) {
            var outcome = withoutIoUring(line(nginx.url("/"), "io_uring"));

            assertThat(outcome.err()).startsWith("spate: io_uring needs Linux 6.1").hasLineCount(1);
            assertThat(outcome.exitCode()).isEqualTo(INVALID_CONFIGURATION);
        }
    }

    @Test
    void theOthersDoWithout() throws Exception {
        try (var nginx = Nginx.start(folder, "location / { return 200 ok; }")) {
            for (var transport : List.of("auto", "epoll", "nio")) {
                var outcome = withoutIoUring(line(nginx.url("/"), transport));
                assertThat(outcome.exitCode()).as(transport + ": " + outcome.err()).isZero();
            }
        }
    }

    @Test
    void memoryThatMayNotBeLockedIsNoFault() throws Exception {
        try (var nginx = Nginx.start(folder, "location / { return 200 ok; }");
                var running =
                        SPATE.startUnder(
                                List.of("sh", "-c", "ulimit -l 0; exec \"$@\"", "sh"),
                                folder,
                                line(nginx.url("/"), "io_uring"))) {
            var outcome = running.await();

            assertThat(outcome.err()).doesNotContain("fault in Spate");
            assertThat(outcome.exitCode()).isIn(0, INVALID_CONFIGURATION);
        }
    }

    private static String[] line(String url, String transport) {
        return new String[] {"run", url, "-q", "-u", "2", "-n", "20", "--transport", transport};
    }

    /** Runs Spate from a thread whose children may not make rings. */
    private Outcome withoutIoUring(String... arguments) throws Exception {
        var task =
                new FutureTask<>(
                        () -> {
                            forbidIoUring();
                            return SPATE.run(folder, arguments);
                        });
        Thread.ofPlatform().start(task);
        return task.get();
    }

    /** By a filter of system calls for the calling thread: the one fails, all others are let be. */
    private static void forbidIoUring() throws Exception {
        var linker = Linker.nativeLinker();
        var prctl =
                linker.downcallHandle(
                        linker.defaultLookup().findOrThrow("prctl"),
                        FunctionDescriptor.of(
                                JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG),
                        Linker.Option.firstVariadicArg(1));
        try (var arena = Arena.ofConfined()) {
            var filter = filter(arena);
            var program = arena.allocate(16, 8);
            program.set(JAVA_SHORT, 0, (short) (filter.byteSize() / 8));
            program.set(ADDRESS, 8, filter);
            assertThat(call(prctl, PR_SET_NO_NEW_PRIVS, 1, 0)).isZero();
            assertThat(call(prctl, PR_SET_SECCOMP, 2, program.address())).isZero();
        }
    }

    private static int call(MethodHandle prctl, int option, long second, long third) {
        try {
            return (int) prctl.invokeExact(option, second, third, 0L, 0L);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /** Four instructions of the kernel's packet filter: code, two jumps, a number. */
    private static MemorySegment filter(Arena arena) {
        int[][] instructions = {
            {0x20, 0, 0, 0}, // load the number of the system call
            {0x15, 0, 1, IO_URING_SETUP}, // go on where it is this one, else to the last line
            {0x06, 0, 0, 0x00050001}, // fail with EPERM
            {0x06, 0, 0, 0x7fff0000}, // let it be
        };
        var filter = arena.allocate(8L * instructions.length, 4);
        for (int i = 0; i < instructions.length; i++) {
            filter.set(JAVA_SHORT, 8L * i, (short) instructions[i][0]);
            filter.set(JAVA_BYTE, 8L * i + 2, (byte) instructions[i][1]);
            filter.set(JAVA_BYTE, 8L * i + 3, (byte) instructions[i][2]);
            filter.set(JAVA_INT, 8L * i + 4, instructions[i][3]);
        }
        return filter;
    }
}
