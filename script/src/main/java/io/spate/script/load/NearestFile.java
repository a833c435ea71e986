package io.spate.script.load;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Guesses which file was meant where there is none of the name given. */
final class NearestFile {
    /** Files looked at; a folder may hold any number. */
    private static final int MAX_FILES = 1000;

    private NearestFile() {}

    /** A text to put behind a message, such as {@code ; did you mean examples/Shop.java?}. */
    static String hint(Path missing) {
        var folder = missing.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return "; nor is there the folder " + missing.getParent();
        }
        return nearest(folder, missing.getFileName().toString())
                .map(found -> "; did you mean " + missing.resolveSibling(found) + "?")
                .orElse("");
    }

    private static Optional<String> nearest(Path folder, String wanted) {
        String best = null;
        int bestDistance = 1 + wanted.length() / 3;
        try (var files = Files.newDirectoryStream(folder, Files::isRegularFile)) {
            int seen = 0;
            for (var file : files) {
                if (++seen > MAX_FILES) {
                    break;
                }
                var name = file.getFileName().toString();
                int distance = distance(lower(wanted), lower(name));
                if (distance < bestDistance) {
                    best = name;
                    bestDistance = distance;
                }
            }
        } catch (IOException | DirectoryIteratorException unreadable) {
            return Optional.empty();
        }
        return Optional.ofNullable(best);
    }

    /** Levenshtein's: how many characters to put in, take out or replace. */
    static int distance(String one, String other) {
        int[] above = new int[other.length() + 1];
        for (int j = 0; j < above.length; j++) {
            above[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[above.length];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(above[j - 1] + replaced, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[other.length()];
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
