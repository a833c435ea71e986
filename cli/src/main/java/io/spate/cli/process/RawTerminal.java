package io.spate.cli.process;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Locale;
import java.util.Optional;

/**
 * The terminal behind standard input in a mode in which each key arrives at once and unseen; a read
 * without a key ends after a moment. Signals such as Ctrl-C stay. Closing it brings back the mode
 * it was in.
 *
 * @see <a href="https://man7.org/linux/man-pages/man3/termios.3.html">termios(3)</a>
 */
public final class RawTerminal implements AutoCloseable {
    private static final int STDIN = 0;
    private static final int NOW = 0;

    // struct termios of Linux, the same on x86-64 and aarch64.
    private static final int SIZE = 64;
    private static final int LOCAL_FLAGS = 12;
    private static final int CONTROL_CHARS = 17;
    private static final int VTIME = CONTROL_CHARS + 5;
    private static final int VMIN = CONTROL_CHARS + 6;
    private static final int ICANON = 0x2;
    private static final int ECHO = 0x8;
    private static final byte TENTHS_OF_A_SECOND = 2;

    private final Arena arena;
    private final MethodHandle set;
    private final MemorySegment before;

    private RawTerminal(Arena arena, MethodHandle set, MemorySegment before) {
        this.arena = arena;
        this.set = set;
        this.before = before;
    }

    /** Changes the mode; empty where standard input is no terminal, or of an unknown kind. */
    public static Optional<RawTerminal> open() {
        if (!System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux")) {
            return Optional.empty();
        }
        var arena = Arena.ofShared();
        try {
            var get =
                    function(
                            "tcgetattr",
                            FunctionDescriptor.of(
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.ADDRESS));
            var set =
                    function(
                            "tcsetattr",
                            FunctionDescriptor.of(
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.ADDRESS));
            var before = arena.allocate(SIZE);
            if ((int) get.invokeExact(STDIN, before) == 0) {
                var raw = arena.allocate(SIZE).copyFrom(before);
                var flags = raw.get(ValueLayout.JAVA_INT, LOCAL_FLAGS);
                raw.set(ValueLayout.JAVA_INT, LOCAL_FLAGS, flags & ~(ICANON | ECHO));
                raw.set(ValueLayout.JAVA_BYTE, VMIN, (byte) 0);
                raw.set(ValueLayout.JAVA_BYTE, VTIME, TENTHS_OF_A_SECOND);
                if ((int) set.invokeExact(STDIN, NOW, raw) == 0) {
                    return Optional.of(new RawTerminal(arena, set, before));
                }
            }
        } catch (Throwable unavailable) {
            // As where there is no terminal: a run without keys.
        }
        arena.close();
        return Optional.empty();
    }

    private static MethodHandle function(String name, FunctionDescriptor type) {
        var linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), type);
    }

    @Override
    public void close() {
        try {
            var _ = (int) set.invokeExact(STDIN, NOW, before);
        } catch (Throwable e) {
            throw new IllegalStateException("the terminal keeps the mode for keys", e);
        } finally {
            arena.close();
        }
    }
}
