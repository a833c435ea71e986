package io.spate.k6.api.http;

import io.spate.http.CookieJar;
import io.spate.http.HttpClient;
import io.spate.http.HttpRequest;
import io.spate.http.login.Credentials;
import io.spate.k6.api.JsValues;
import io.spate.k6.vu.Vu;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * A request as a script asks for it.
 *
 * @param text the body; null where it is none of text
 * @param bytes the body; null where there is none, or one of text
 * @param contentType where the script gives none; may be empty
 * @param headers by name, as {@link NamedTexts} are written
 * @param tags likewise; that of its name is what its statistics are told by, in place of its URL
 * @param others parameters beside headers and tags, as in k6; null for none
 * @param jar in place of the user's own
 */
public record Wanted(
        @HostAccess.Export String method,
        @HostAccess.Export String url,
        @Nullable String text,
        @Nullable Value bytes,
        @HostAccess.Export String contentType,
        String headers,
        String tags,
        @Nullable Value others,
        Optional<CookieJar> jar) {
    private static final String NAME = "name";
    private static final String DIGEST = "digest";

    /** With the sign behind them, and nothing else. */
    private static final Pattern CREDENTIALS = Pattern.compile("(?<=://)([^/?#]*)@");

    /** What a script may say of a request, beyond what a request has. */
    enum ResponseType {
        TEXT,
        BINARY,
        NONE
    }

    /** The body, as far as it is text; empty where there is none. */
    @HostAccess.Export
    public String sentBody() {
        if (text != null) {
            return text;
        }
        return bytes == null ? "" : new String(JsValues.bytes(bytes), StandardCharsets.UTF_8);
    }

    /** One with nothing beside method, URL and parameters. */
    static Wanted plain(String method, String url, @Nullable Value others) {
        return new Wanted(method, url, null, null, "", "", "", others, Optional.empty());
    }

    /** The name of its statistics. */
    String name() {
        var names = new ArrayList<String>(List.of(url));
        NamedTexts.each(
                tags,
                (tag, value) -> {
                    if (tag.equals(NAME)) {
                        names.add(value);
                    }
                });
        return names.getLast();
    }

    /**
     * The request, to be sent by a client of the user.
     *
     * @throws IllegalArgumentException where its URL is none
     */
    HttpRequest on(HttpClient client, Vu vu, Optional<Statuses> expected) {
        var login = digestLogin();
        var to = login.isEmpty() ? url : CREDENTIALS.matcher(url).replaceFirst("");
        var request = client.request(method, withoutBraces(to));
        login.ifPresent(it -> request.digestAuth(it.user(), it.password()));
        if (url.indexOf('{') >= 0) {
            request.name(url);
        }
        if (text != null) {
            request.body(text.getBytes(StandardCharsets.UTF_8), contentType);
        } else if (bytes != null) {
            request.body(JsValues.bytes(bytes), contentType);
        }
        var cookies = new RequestCookies();
        NamedTexts.each(headers, (header, value) -> header(request, cookies, header, value));
        NamedTexts.each(tags, (tag, value) -> tag(request, tag, value));
        boolean judged = expected.isPresent();
        if (others != null) {
            judged = judged && !others.hasMember("responseCallback");
            read(request, vu, others, cookies);
        }
        if (cookies.areGiven()) {
            request.header("Cookie", cookies.with(client.jar().matching(url)));
        }
        if (judged) {
            request.judge(expected.orElseThrow()::judge);
        }
        return request;
    }

    private static void header(
            HttpRequest request, RequestCookies cookies, String name, String value) {
        if (name.equalsIgnoreCase("cookie")) {
            cookies.line(value);
        } else {
            request.headerUnlessOfBody(name, value);
        }
    }

    private static void tag(HttpRequest request, String tag, String value) {
        if (tag.equals(NAME)) {
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

    private void read(HttpRequest request, Vu vu, Value from, RequestCookies cookies) {
        for (var key : from.getMemberKeys()) {
            var value = from.getMember(key);
            if (JsValues.isGiven(value)) {
                read(request, vu, key, value, cookies);
            } else if (key.equals("responseCallback") && value != null) {
                request.judge(_ -> Optional.empty());
            }
        }
    }

    private void read(HttpRequest request, Vu vu, String key, Value value, RequestCookies cookies) {
        switch (key) {
            case "cookies" -> cookies.add(value);
            case "timeout" -> request.timeout(timeout(value));
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
                } else {
                    throw new BadParameter(
                            "a responseCallback is what http.expectedStatuses() makes");
                }
            }
            default -> {
                // k6 takes no notice of others either.
            }
        }
    }

    private static Duration timeout(Value value) {
        try {
            return JsValues.duration("timeout", value);
        } catch (IllegalArgumentException e) {
            throw new BadParameter(String.valueOf(e.getMessage()));
        }
    }

    /** Name and password in the URL are sent as basic authentication without being asked for. */
    private static void auth(Vu vu, String kind) {
        if (!kind.isEmpty() && !kind.equals("basic") && !kind.equals(DIGEST)) {
            throw vu.error(
                    "auth '%s' is not supported: Spate has 'basic' and 'digest', with name and password in the URL"
                            .formatted(kind));
        }
    }

    private Optional<Credentials> digestLogin() {
        if (others == null || url.indexOf('@') < 0) {
            return Optional.empty();
        }
        return JsValues.member(others, "auth")
                .filter(it -> JsValues.text(it).equals(DIGEST))
                .map(_ -> CREDENTIALS.matcher(url))
                .filter(Matcher::find)
                .map(it -> Credentials.ofUrl(it.group(1)));
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

    /**
     * What the script wants of the response's body.
     *
     * @throws BadParameter where that is none of what there is
     */
    ResponseType responseType(Vu vu) {
        if (others != null) {
            var value = JsValues.member(others, "responseType");
            if (value.isPresent()) {
                return switch (JsValues.text(value.get())) {
                    case "text" -> ResponseType.TEXT;
                    case "binary" -> ResponseType.BINARY;
                    case "none" -> ResponseType.NONE;
                    default ->
                            throw new BadParameter(
                                    "responseType '%s' is none of text, binary, none"
                                            .formatted(JsValues.text(value.get())));
                };
            }
        }
        return vu.test().planned().http().discardBodies() ? ResponseType.NONE : ResponseType.TEXT;
    }
}
