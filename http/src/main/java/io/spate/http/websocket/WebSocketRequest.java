package io.spate.http.websocket;

import io.spate.http.wire.Headers;
import io.spate.http.wire.Url;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a handshake asks for.
 *
 * @param url starts with {@code ws://} or {@code wss://}; also {@code http://} and {@code https://}
 * @param headers beyond those of the handshake itself
 * @param protocols what may be spoken over the socket, the best first; empty for no offer
 */
public record WebSocketRequest(String url, Map<String, String> headers, List<String> protocols) {
    /**
     * Checks all of it.
     *
     * @throws IllegalArgumentException where it cannot be sent, and why
     */
    public WebSocketRequest {
        headers = new LinkedHashMap<>(headers);
        protocols = List.copyOf(protocols);
        parse(url);
        Headers.of(headers);
        protocols.stream()
                .filter(it -> !Headers.isToken(it))
                .forEach(
                        it -> {
                            throw new IllegalArgumentException("not a subprotocol: '" + it + "'");
                        });
    }

    /** The URL as one of HTTP, whose cookies are sent along. */
    public String httpUrl() {
        return http(url);
    }

    Url parsed() {
        return parse(url);
    }

    private static Url parse(String url) {
        return Url.parse(http(url));
    }

    private static String http(String url) {
        if (url.regionMatches(true, 0, "wss://", 0, 6)) {
            return "https://" + url.substring(6);
        }
        return url.regionMatches(true, 0, "ws://", 0, 5) ? "http://" + url.substring(5) : url;
    }
}
