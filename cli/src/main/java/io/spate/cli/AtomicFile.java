package io.spate.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes files whole or not at all. */
final class AtomicFile {
    private AtomicFile() {}

    /** Writes a text beside the file and moves it there, so that a full disk leaves no half file. */
    static void write(Path file, String text) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        var part = Files.createTempFile(folder, ".spate", ".part");
        try {
            Files.writeString(part, text);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
