package io.spate.cli.flags;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names of files of one run among several. */
final class Numbered {
    private static final Set<String> FILE_OUTPUTS = Set.of("json", "csv", "jtl");

    private Numbered() {}

    static @Nullable String file(@Nullable String name, String label) {
        return name == null ? null : name(name, label);
    }

    /** The name with the label before its ending: {@code report-a1.html}. */
    static String name(String name, String label) {
        int folder = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
        int dot = name.indexOf('.', folder + 2);
        return dot < 0
                ? name + "-" + label
                : name.substring(0, dot) + "-" + label + name.substring(dot);
    }

    /** The same of an output that writes a file: {@code json=samples.json}. */
    static String output(String text, String label) {
        int equals = text.indexOf('=');
        return equals > 0 && FILE_OUTPUTS.contains(text.substring(0, equals))
                ? text.substring(0, equals + 1) + name(text.substring(equals + 1), label)
                : text;
    }
}
