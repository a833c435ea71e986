package io.spate.k6.options;

import java.util.Arrays;
import java.util.List;

/** The options that scripts of k6 may have. */
public final class KnownOptions {
    private KnownOptions() {}

    /** How far an option is supported. */
    public enum Support {
        FULL,
        /** It is accepted, and does nothing here. */
        WITHOUT_EFFECT,
        /** There is no such option. */
        UNKNOWN
    }

    /** Their names, as scripts write them. */
    public static List<String> names() {
        return Arrays.stream(OptionKey.values()).map(OptionKey::text).toList();
    }

    /** How far an option is supported. */
    public static Support support(String name) {
        return OptionKey.find(name)
                .map(
                        it ->
                                switch (it.effect()) {
                                    case FULL, SILENT -> Support.FULL;
                                    case NONE -> Support.WITHOUT_EFFECT;
                                })
                .orElse(Support.UNKNOWN);
    }

    /** The executors that scenarios may have. */
    public static List<String> executors() {
        return Arrays.stream(ExecutorKind.values()).map(ExecutorKind::text).toList();
    }
}
