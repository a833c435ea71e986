package io.spate.k6.api.http;

import io.spate.http.CookieJar;
import io.spate.http.HttpClient;
import io.spate.http.HttpRequest;
import io.spate.k6.api.JsValues;
import io.spate.k6.vu.Vu;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * A request as a script asks for it.
 *
 * @param name of its statistics; empty for its URL
 * @param text the body; null where it is none of text
 * @param bytes the body; null where there is none, or one of text
 * @param contentType where the script gives none; may be empty
 * @param headers by name, as {@link NamedTexts} are written
 * @param tags likewise
 * @param others parameters beside headers and tags, as in k6; null for none
 * @param jar in place of the user's own
 */
public record Wanted(
        String method,
        String url,
        String name,
        @Nullable String text,
        @Nullable Value bytes,
        String contentType,
        String headers,
        String tags,
        @Nullable Value others,
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
        if (text != null) {
            request.body(text.getBytes(StandardCharsets.UTF_8), contentType);
        } else if (bytes != null) {
            request.body(JsValues.bytes(bytes), contentType);
        }
        NamedTexts.each(headers, request::header);
        NamedTexts.each(tags, (tag, value) -> tag(request, tag, value));
        boolean judged = expected.isPresent();
        if (others != null) {
            judged = judged && !others.hasMember("responseCallback");
            read(request, vu, others, client);
        }
        if (judged) {
            request.judge(expected.orElseThrow()::judge);
        }
        return request;
    }

    private static void tag(HttpRequest request, String tag, String value) {
        if (tag.equals("name")) {
            request.name(value);
        } else {
            request.tag(tag, value);
        }
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
        if (others != null) {
            var value = JsValues.member(others, "responseType");
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
