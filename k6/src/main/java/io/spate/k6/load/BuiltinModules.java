package io.spate.k6.load;

import java.util.Map;
import java.util.Optional;

/**
 * The modules that scripts import by a bare name, such as {@code k6/http}.
 *
 * @param texts the code of each by its name
 */
public record BuiltinModules(Map<String, String> texts) {
    public BuiltinModules {
        texts = Map.copyOf(texts);
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(texts.get(name));
    }

    /** What to tell somebody who asked for one that is not there. */
    String missing(String name) {
        if (name.startsWith("k6/x/")) {
            return "%s is an extension that is compiled into k6; Spate has none".formatted(name);
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
