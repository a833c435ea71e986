package io.spate.report.json;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import tools.jackson.core.JacksonException;

/**
 * Writes a file whole or not at all: beside its place first, then moved there. A full disk leaves
 * no half report, and what was there before stays.
 */
public final class WholeFile {
    private WholeFile() {}

    /** Writes the content of a file. */
    @FunctionalInterface
    public interface Content {
        /** Writes to a buffered writer, which the caller closes. */
        void writeTo(Writer writer) throws IOException;
    }

    /**
     * Writes a file in UTF-8, making its folder where there is none.
     *
     * @throws IOException where it cannot be written; the message names the file and says why
     */
    public static void write(Path file, Content content) throws IOException {
        Path place = file.toAbsolutePath();
        Path beside = place.resolveSibling("." + place.getFileName() + ".part");
        try {
            Path folder = place.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            try (BufferedWriter writer = Files.newBufferedWriter(beside, StandardCharsets.UTF_8)) {
                content.writeTo(writer);
            }
            Files.move(beside, place, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | JacksonException e) {
            drop(beside, e);
            throw new IOException("cannot write " + file + ": " + reason(e), e);
        }
    }

    private static void drop(Path beside, Exception reason) {
        try {
            Files.deleteIfExists(beside);
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    /** The system's own words: Java's exceptions of files may hold nothing but the path. */
    private static String reason(Exception e) {
        return switch (e) {
            case java.nio.file.AccessDeniedException _ -> "permission denied";
            case java.nio.file.NoSuchFileException _ -> "no such folder";
            case java.nio.file.FileAlreadyExistsException it -> it.getFile() + " is no folder";
            case java.nio.file.FileSystemException it when it.getReason() != null -> it.getReason();
            default -> String.valueOf(e.getMessage());
        };
    }
}
