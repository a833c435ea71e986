package io.spate.script.data;

import io.spate.metrics.Nearest;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Guesses which file was meant where there is none of the name given. */
public final class NearestFile {
    /** Files looked at; a folder may hold any number. */
    private static final int MAX_FILES = 1000;

    private NearestFile() {}

    /** A text to put behind a message, such as {@code ; did you mean "Shop.java"?}. */
    public static String hint(Path missing) {
        var folder = missing.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return "; nor is there the folder " + folder;
        }
        return Nearest.hint(missing.getFileName().toString(), names(folder));
    }

    private static List<String> names(Path folder) {
        var names = new ArrayList<String>();
        try (var files = Files.newDirectoryStream(folder, Files::isRegularFile)) {
            var file = files.iterator();
            while (file.hasNext() && names.size() < MAX_FILES) {
                names.add(file.next().getFileName().toString());
            }
        } catch (IOException | DirectoryIteratorException unreadable) {
            // A guess less.
        }
        return names;
    }
}
