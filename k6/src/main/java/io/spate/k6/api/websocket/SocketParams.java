package io.spate.k6.api.websocket;

import io.spate.http.CookieJar;
import io.spate.http.websocket.WebSocketRequest;
import io.spate.k6.api.JsValues;
import io.spate.k6.vu.Vu;
import io.spate.script.share.TagScope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * A handshake as a script asks for it.
 *
 * @param request what is sent
 * @param scope what is measured under
 */
record SocketParams(WebSocketRequest request, TagScope scope) {

    /**
     * Reads what a script gives.
     *
     * @param params as in k6; may be null
     * @param protocols what is offered
     */
    static SocketParams read(
            Vu vu, String url, Value params, Optional<CookieJar> jar, List<String> protocols) {
        var headers = new LinkedHashMap<>(vu.test().planned().http().headers());
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put("url", url);
        if (JsValues.isGiven(params)) {
            headers.putAll(JsValues.texts(vu, "headers", params.getMember("headers")));
            tags.putAll(tags(vu, params.getMember("tags")));
        }
        headers.putIfAbsent("User-Agent", "spate");
        try {
            var request = new WebSocketRequest(url, Map.of(), protocols);
            var cookies = cookies(jar.orElseGet(() -> vu.http().jar()), request.httpUrl());
            if (!cookies.isEmpty()) {
                headers.putIfAbsent("Cookie", cookies);
            }
            return new SocketParams(new WebSocketRequest(url, headers, protocols), vu.scope(tags));
        } catch (IllegalArgumentException e) {
            throw vu.error(String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, String> tags(Vu vu, @Nullable Value tags) {
        return JsValues.isGiven(tags)
                ? JsValues.tags(vu, "socket", Objects.requireNonNull(tags))
                : Map.of();
    }

    private static String cookies(CookieJar jar, String url) {
        var pairs = jar.matching(url);
        var all = new ArrayList<String>();
        for (int i = 0; i + 1 < pairs.size(); i += 2) {
            all.add(pairs.get(i) + "=" + pairs.get(i + 1));
        }
        return String.join("; ", all);
    }
}
