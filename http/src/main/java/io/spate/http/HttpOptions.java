package io.spate.http;

import java.time.Duration;
import java.util.Map;

/**
 * How a client sends.
 *
 * @param baseUrl put before URLs that start with {@code /}; empty for none
 * @param headers sent with every request
 * @param timeout of a request, from its start to its last byte
 * @param verifyTls whether certificates are checked
 * @param discardBodies whether response bodies are read and dropped; saves memory
 */
public record HttpOptions(
        String baseUrl,
        Map<String, String> headers,
        Duration timeout,
        boolean verifyTls,
        boolean discardBodies) {

    /** No base URL, no headers, 60 s, certificates checked, bodies kept. */
    public static final HttpOptions DEFAULT =
            new HttpOptions("", Map.of(), Duration.ofSeconds(60), true, false);

    public HttpOptions {
        headers = Map.copyOf(headers);
    }
}
