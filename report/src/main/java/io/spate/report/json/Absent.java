package io.spate.report.json;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a document lacks that an older version has written: it is empty. */
final class Absent {
    private Absent() {}

    static <T> List<T> list(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
