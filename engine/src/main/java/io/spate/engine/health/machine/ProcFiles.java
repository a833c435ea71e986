package io.spate.engine.health.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The files in which Linux tells how it is doing. One that is missing is no error. */
interface ProcFiles {

    /** The text of a file; empty where it cannot be read. */
    Optional<String> read(String path);

    /** How many entries a folder of open files has; empty where it cannot be read. */
    OptionalLong count(String path);

    /** This machine's. */
    static ProcFiles system() {
        return new ProcFiles() {
            @Override
            public Optional<String> read(String path) {
                try {
                    return Optional.of(Files.readString(Path.of(path)));
                } catch (IOException _) {
                    return Optional.empty();
                }
            }

            // From Linux 6.2 on the size of the folder is their number; counting takes long.
            @Override
            public OptionalLong count(String path) {
                Path folder = Path.of(path);
                try {
                    long size = Files.size(folder);
                    if (size > 0) {
                        return OptionalLong.of(size);
                    }
                    try (Stream<Path> entries = Files.list(folder)) {
                        return OptionalLong.of(entries.count());
                    }
                } catch (IOException _) {
                    return OptionalLong.empty();
                }
            }
        };
    }
}
