package io.spate.k6.vu;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a script is given to use and not to show. Immutable; for any thread.
 *
 * @param sources their secrets by key, by the names of the sources
 * @param standard the source that is asked where none is named; empty for none
 */
public record Secrets(Map<String, Map<String, String>> sources, String standard) {
    /** What stands in place of a secret where one would be shown. */
    public static final String HIDDEN = "***SECRET_REDACTED***";

    /** None. */
    public static final Secrets NONE = new Secrets(Map.of(), "");

    public Secrets {
        var copies = new LinkedHashMap<String, Map<String, String>>();
        sources.forEach((name, values) -> copies.put(name, Map.copyOf(values)));
        sources = Map.copyOf(copies);
    }

    /** Whether there is a source of a name. */
    public boolean has(String source) {
        return sources.containsKey(source);
    }

    /**
     * A secret.
     *
     * @param source its name; empty for the standard one
     * @throws IllegalArgumentException with a message for the author of the script
     */
    public String get(String source, String key) {
        var name = source.isEmpty() ? standard : source;
        var values = sources.get(name);
        if (values == null) {
            throw new IllegalArgumentException(
                    sources.isEmpty()
                            ? "no secret sources are configured; give one with --secret-source"
                            : "no secret source with the name '%s'".formatted(name));
        }
        var value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException("no value for the secret '%s'".formatted(key));
        }
        return value;
    }

    /** A text without the secrets in it. */
    public String hide(String text) {
        var shown = text;
        for (var values : sources.values()) {
            for (var value : values.values()) {
                shown = value.isEmpty() ? shown : shown.replace(value, HIDDEN);
            }
        }
        return shown;
    }
}
