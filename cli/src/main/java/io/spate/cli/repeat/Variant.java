package io.spate.cli.repeat;

import java.util.List;

/**
 * What is run again and again.
 *
 * @param name such as {@code A}; empty where there is one
 * @param title what people know it by, such as its file
 * @param args the arguments of {@code spate run}
 */
record Variant(String name, String title, List<String> args) {
    Variant {
        args = List.copyOf(args);
    }
}
