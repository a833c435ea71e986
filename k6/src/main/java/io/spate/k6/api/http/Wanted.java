package io.spate.k6.api.http;

import io.spate.http.CookieJar;
import io.spate.http.HttpClient;
import io.spate.http.HttpRequest;
import io.spate.k6.api.JsValues;
import io.spate.k6.vu.Vu;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * A request as a script asks for it.
 *
 * @param name of its statistics; empty for its URL
 * @param body null, a text, or a buffer
 * @param contentType where the script gives none; may be empty
 * @param params as in k6; null for none
 * @param jar in place of the user's own
 */
record Wanted(
        String method,
        String url,
        String name,
        @Nullable Value body,
        String contentType,
        @Nullable Value params,
        Optional<CookieJar> jar) {

    /** What a script may say of a request, beyond what a request has. */
    enum ResponseType {
        TEXT,
        BINARY,
        NONE
    }

    /**
     * The request, to be sent by a client of the user.
     *
     * @throws IllegalArgumentException where its URL is none
     */
    HttpRequest on(HttpClient client, Vu vu, Optional<Statuses> expected) {
        var request = client.request(method, withoutBraces(url));
        if (!name.isEmpty()) {
            request.name(name);
        } else if (url.indexOf('{') >= 0) {
            request.name(url);
        }
        if (body != null && !body.isNull()) {
            request.body(JsValues.bytes(body), contentType);
        }
        boolean judged = expected.isPresent();
        if (params != null && !params.isNull()) {
            judged = judged && !isGiven("responseCallback");
            read(request, vu, params, client);
        }
        if (judged) {
            request.judge(expected.orElseThrow()::judge);
        }
        return request;
    }

    private boolean isGiven(String param) {
        return params != null && params.hasMember(param);
    }

    /** Braces are no placeholders here. */
    private static String withoutBraces(String url) {
        return url.indexOf('{') < 0 && url.indexOf('}') < 0
                ? url
                : url.replace("{", "%7B").replace("}", "%7D");
    }

    private void read(HttpRequest request, Vu vu, Value from, HttpClient client) {
        for (var key : from.getMemberKeys()) {
            var value = from.getMember(key);
            if (JsValues.isGiven(value)) {
                read(request, vu, key, value, client);
            }
        }
    }

    private void read(HttpRequest request, Vu vu, String key, Value value, HttpClient client) {
        switch (key) {
            case "headers" -> JsValues.texts(vu, "headers", value).forEach(request::header);
            case "tags" -> tags(request, vu, value);
            case "cookies" -> cookies(request, value, client);
            case "timeout" -> request.timeout(JsValues.duration(vu, "timeout", value));
            case "redirects" -> request.redirects(value.asInt());
            case "auth" -> auth(vu, JsValues.text(value));
            case "compression" -> compress(request, vu, JsValues.text(value));
            case "responseType" -> {
                if (responseType(vu) == ResponseType.NONE) {
                    request.discardBody();
                }
            }
            case "responseCallback" -> {
                if (value.isHostObject() && value.asHostObject() instanceof Statuses statuses) {
                    request.judge(statuses::judge);
                }
            }
            default -> {
                // k6 takes no notice of others either.
            }
        }
    }

    private void tags(HttpRequest request, Vu vu, Value value) {
        JsValues.texts(vu, "tags", value)
                .forEach(
                        (tag, text) -> {
                            if (tag.equals("name")) {
                                request.name(text);
                            } else {
                                request.tag(tag, text);
                            }
                        });
    }

    /** Those of the jar, but for those that are given anew and are to replace them. */
    private void cookies(HttpRequest request, Value value, HttpClient client) {
        List<String> pairs = new ArrayList<>();
        List<String> replaced = new ArrayList<>();
        for (var cookie : value.getMemberKeys()) {
            var given = value.getMember(cookie);
            boolean detailed = given.hasMembers() && given.hasMember("value");
            var text = JsValues.text(detailed ? given.getMember("value") : given);
            pairs.add(cookie + "=" + text);
            if (detailed && JsValues.member(given, "replace").map(Value::asBoolean).orElse(false)) {
                replaced.add(cookie);
            }
        }
        var kept = client.jar().matching(url);
        for (int i = kept.size() - 2; i >= 0; i -= 2) {
            if (!replaced.contains(kept.get(i))) {
                pairs.addFirst(kept.get(i) + "=" + kept.get(i + 1));
            }
        }
        if (!pairs.isEmpty()) {
            request.header("Cookie", String.join("; ", pairs));
        }
    }

    private static void auth(Vu vu, String kind) {
        if (!kind.isEmpty() && !kind.equals("basic")) {
            throw vu.error(
                    "auth '%s' is not supported: Spate has 'basic', with name and password in the"
                                    .formatted(kind)
                            + " URL");
        }
    }

    private static void compress(HttpRequest request, Vu vu, String kind) {
        switch (kind.strip()) {
            case "" -> {}
            case "gzip" -> request.compressed();
            default ->
                    throw vu.error(
                            "compression '%s' is not supported: Spate has 'gzip'".formatted(kind));
        }
    }

    /** What the script wants of the response's body. */
    ResponseType responseType(Vu vu) {
        if (params != null && isGiven("responseType")) {
            var value = JsValues.member(params, "responseType");
            if (value.isPresent()) {
                return switch (JsValues.text(value.get())) {
                    case "text" -> ResponseType.TEXT;
                    case "binary" -> ResponseType.BINARY;
                    case "none" -> ResponseType.NONE;
                    default ->
                            throw vu.error(
                                    "responseType '%s' is none of text, binary, none"
                                            .formatted(value.get()));
                };
            }
        }
        return vu.test().planned().http().discardBodies() ? ResponseType.NONE : ResponseType.TEXT;
    }
}
