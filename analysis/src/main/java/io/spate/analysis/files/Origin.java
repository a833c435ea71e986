package io.spate.analysis.files;

import java.util.List;

/**
 * Where results come from.
 *
 * @param file as the user named it
 * @param format whose results they are
 * @param notices what to know of the reading, a sentence each: that the file is cut off, or what
 *     was left out
 */
public record Origin(String file, FileFormat format, List<String> notices) {
    public Origin {
        notices = List.copyOf(notices);
    }
}
