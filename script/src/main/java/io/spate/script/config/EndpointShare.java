package io.spate.script.config;

import io.spate.script.yaml.text.Quantities;
import java.math.BigDecimal;
import java.util.Set;

/**
 * An endpoint and its share of the traffic.
 *
 * @param method such as {@code GET}
 * @param path from the target on, or a URL
 * @param share relative to the sum of all, above 0 or 0
 */
public record EndpointShare(String method, String path, BigDecimal share) {
    private static final Set<String> METHODS =
            Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");

    /**
     * An endpoint as the file has it: {@code "/api/users": 0.25}, {@code "POST /api/orders": 30%}.
     *
     * @throws IllegalArgumentException where it is none
     */
    static EndpointShare parse(String endpoint, String share) {
        var words = endpoint.strip().split("\\s+", 2);
        boolean hasMethod = words.length == 2 && METHODS.contains(words[0]);
        var path = hasMethod ? words[1] : endpoint.strip();
        if (!path.startsWith("/") && !path.startsWith("http://") && !path.startsWith("https://")) {
            throw new IllegalArgumentException(
                    "\"%s\" is no path: it starts with a slash, as in \"/api/users\""
                            .formatted(endpoint));
        }
        var number = share.strip();
        var parsed = number.endsWith("%") ? Quantities.share(number) : Quantities.number(number);
        if (parsed.signum() < 0) {
            throw new IllegalArgumentException("a share must not be negative, but is " + share);
        }
        return new EndpointShare(hasMethod ? words[0] : "GET", path, parsed);
    }

    /** As the file has it. */
    public String endpoint() {
        return method.equals("GET") ? path : method + " " + path;
    }
}
