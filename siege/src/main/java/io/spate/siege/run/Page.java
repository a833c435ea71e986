package io.spate.siege.run;

import io.spate.http.wire.Url;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * What siege finds in a page: pictures, scripts, style sheets, the body's background, and where the
 * page itself leads to.
 *
 * @param html the page's text
 * @param parts URLs in the order in which siege requests them, which is from the last to the first
 * @param refresh the URL of a {@code meta} redirect
 */
record Page(String html, List<Url> parts, Optional<Url> refresh) {
    private static final Pattern REFRESH = Pattern.compile("(?is).*?url\\s*=\\s*['\"]?([^'\"]+).*");

    /** More than any page has that people look at. */
    private static final int PARTS_MAX = 1_000;

    static Page parse(String html, Url at) {
        var document = Jsoup.parse(html);
        var found = new LinkedHashSet<Url>();
        for (var element : document.select("img[src], script[src], link[href], body[background]")) {
            var reference =
                    switch (element.normalName()) {
                        case "link" -> isStyle(element.attr("rel")) ? element.attr("href") : "";
                        case "body" -> element.attr("background");
                        default -> element.attr("src");
                    };
            if (!reference.isBlank() && found.size() < PARTS_MAX) {
                resolve(at, reference).ifPresent(found::add);
            }
        }
        return new Page(
                html, List.copyOf(new ArrayList<>(found).reversed()), refresh(document, at));
    }

    private static boolean isStyle(String relation) {
        return relation.strip().toLowerCase(Locale.ROOT).startsWith("stylesheet");
    }

    private static Optional<Url> refresh(Document document, Url at) {
        for (var meta : document.select("meta[http-equiv=refresh]")) {
            var matcher = REFRESH.matcher(meta.attr("content"));
            if (matcher.matches()) {
                return resolve(at, matcher.group(1));
            }
        }
        return Optional.empty();
    }

    /** What a reference leads to, where it can be requested; pictures in the page itself cannot. */
    static Optional<Url> resolve(Url at, String reference) {
        return at.find(
                reference.strip().replace(" ", "%20").replace("{", "%7B").replace("}", "%7D"));
    }
}
