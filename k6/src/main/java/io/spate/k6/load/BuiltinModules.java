package io.spate.k6.load;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The modules that scripts import by a bare name, such as {@code k6/http}.
 *
 * @param texts the code of each by its name, asked for where it is imported
 */
public record BuiltinModules(Map<String, Supplier<String>> texts) {
    /** Modules of k6 that there are no stand-ins for, and why. */
    private static final Map<String, String> ABSENT =
            Map.of(
                    "k6/experimental/browser", "k6 has it as k6/browser, whose calls are awaited",
                    "k6/net/grpc", "Spate speaks HTTP and WebSocket",
                    "k6/experimental/redis", "keep data in files, by SharedArray or csv");

    public BuiltinModules {
        texts = Map.copyOf(texts);
    }

    boolean has(String name) {
        return texts.containsKey(name);
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(texts.get(name)).map(Supplier::get);
    }

    /** What to tell somebody who asked for one that is not there. */
    String missing(String name) {
        if (name.startsWith("k6/x/")) {
            return "%s is an extension that is compiled into k6; Spate has none".formatted(name);
        }
        var why = ABSENT.get(name);
        if (why != null) {
            return "%s is not there: %s".formatted(name, why);
        }
        var known =
                texts.keySet().stream()
                        .filter(it -> !it.startsWith("#") && !it.startsWith("$"))
                        .sorted()
                        .toList();
        return "there is no module \"%s\"; there are %s, and files by paths that start with ./ or /"
                .formatted(name, String.join(", ", known));
    }
}
