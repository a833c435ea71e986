package io.spate.script.data;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The columns of a table, which every row must have. */
record Columns(String file, List<String> names) {
    private static final int COLUMNS_MAX = 1_000;

    Columns(String file, Collection<String> names) throws InvalidDataException {
        this(file, List.copyOf(names));
        if (names.isEmpty()) {
            throw new InvalidDataException(file, 1, "the first row has no columns");
        }
        if (names.size() > COLUMNS_MAX) {
            throw new InvalidDataException(
                    file,
                    1,
                    "%d columns are more than the %d that a row may have"
                            .formatted(names.size(), COLUMNS_MAX));
        }
    }

    /** Refuses the fields of an object that are not exactly these. */
    void check(long line, String what, Set<String> fields) throws InvalidDataException {
        if (fields.size() == names.size() && fields.containsAll(names)) {
            return;
        }
        var missing = new TreeSet<>(names);
        missing.removeAll(fields);
        var added = new TreeSet<>(fields);
        names.forEach(added::remove);
        var wrong =
                missing.isEmpty()
                        ? "has %s, which the first one does not have".formatted(quoted(added))
                        : "lacks " + quoted(missing);
        throw new InvalidDataException(
                file,
                line,
                "%s %s: every row needs the same columns (%s); write null where there is no value"
                        .formatted(what, wrong, String.join(", ", names)));
    }

    private static String quoted(Set<String> names) {
        return "\"" + String.join("\", \"", names) + "\"";
    }
}
