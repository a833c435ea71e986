package io.spate.cli.process;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.util.Locale;
import java.util.Optional;

/**
 * The size of the terminal, asked of Linux by {@code ioctl(TIOCGWINSZ)}: shells do not hand it
 * down, and it may change.
 *
 * @param columns at least 1
 * @param rows at least 1
 */
public record TerminalSize(int columns, int rows) {
    private static final long TIOCGWINSZ = 0x5413;
    private static final int STDERR = 2;

    /** The size of the terminal behind standard error; empty where it cannot be had. */
    public static Optional<TerminalSize> current() {
        if (!System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux")) {
            return Optional.empty();
        }
        try (var arena = Arena.ofConfined()) {
            var linker = Linker.nativeLinker();
            var ioctl =
                    linker.downcallHandle(
                            linker.defaultLookup().findOrThrow("ioctl"),
                            FunctionDescriptor.of(
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.JAVA_LONG,
                                    ValueLayout.ADDRESS),
                            Linker.Option.firstVariadicArg(2));
            var size = arena.allocate(ValueLayout.JAVA_SHORT, 4);
            var result = (int) ioctl.invokeExact(STDERR, TIOCGWINSZ, size);
            int rows = size.getAtIndex(ValueLayout.JAVA_SHORT, 0);
            int columns = size.getAtIndex(ValueLayout.JAVA_SHORT, 1);
            return result == 0 && rows > 0 && columns > 0
                    ? Optional.of(new TerminalSize(columns, rows))
                    : Optional.empty();
        } catch (Throwable unavailable) {
            return Optional.empty();
        }
    }
}
