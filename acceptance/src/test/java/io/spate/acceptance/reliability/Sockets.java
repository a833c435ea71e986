package io.spate.acceptance.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** What this process holds of the operating system's. */
final class Sockets {
    private static final Path FILES = Path.of("/proc/self/fd");
    private static final int WAIT_MILLIS = 10_000;

    private Sockets() {}

    /** How many sockets are open; 0 where the system does not say. */
    static int open() {
        if (!Files.isDirectory(FILES)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(FILES)) {
            return (int) files.filter(Sockets::isSocket).count();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isSocket(Path file) {
        try {
            return Files.readSymbolicLink(file).toString().startsWith("socket:");
        } catch (IOException _) {
            // Closed meanwhile.
            return false;
        }
    }

    /** Waits for what must come, and says whether it did. */
    static boolean comes(BooleanSupplier condition) {
        for (int waited = 0; !condition.getAsBoolean(); waited += 10) {
            if (waited > WAIT_MILLIS) {
                return false;
            }
            Cases.pause(10);
        }
        return true;
    }
}
