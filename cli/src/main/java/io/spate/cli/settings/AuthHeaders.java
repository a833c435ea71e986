package io.spate.cli.settings;

import io.spate.cli.process.UsageException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/** The headers that credentials in the environment make. */
final class AuthHeaders {
    private static final String API_KEY = "API_KEY";
    private static final String AUTH_TOKEN = "AUTH_TOKEN";

    private AuthHeaders() {}

    /** The names of headers, each with the variable it comes from. */
    static Map<String, String> origins(Map<String, String> env) {
        var origins = new LinkedHashMap<String, String>();
        if (!env.getOrDefault(API_KEY, "").isBlank()) {
            origins.put("X-API-Key", API_KEY);
        }
        if (!env.getOrDefault(AUTH_TOKEN, "").isBlank()) {
            origins.put("Authorization", AUTH_TOKEN);
        }
        return origins;
    }

    /** Headers, and beside them those that the environment makes and nobody gave. */
    static Map<String, String> below(Map<String, String> given, Map<String, String> env) {
        var names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(given.keySet());
        var headers = new LinkedHashMap<>(given);
        origins(env)
                .forEach(
                        (header, variable) -> {
                            if (!names.contains(header)) {
                                headers.put(header, value(variable, env));
                            }
                        });
        return headers;
    }

    /** A token without a scheme is that of a bearer. */
    private static String value(String variable, Map<String, String> env) {
        var value = env.getOrDefault(variable, "").strip();
        if (value.chars().anyMatch(it -> it < ' ' || it > '~')) {
            throw new UsageException(
                    variable + " holds characters that a header cannot have; give it anew");
        }
        return variable.equals(AUTH_TOKEN) && value.indexOf(' ') < 0 ? "Bearer " + value : value;
    }
}
