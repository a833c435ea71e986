package io.spate.http.content;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector.SelectorParseException;

/** A page, and what CSS selectors find in it. */
final class Html {
    private final Document page;

    Html(String text) {
        page = Jsoup.parse(text);
    }

    /**
     * Compiles a selector.
     *
     * @throws IllegalArgumentException where it is none
     */
    static Evaluator selector(String written) {
        try {
            return QueryParser.parse(written);
        } catch (SelectorParseException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "not a CSS selector: '" + written + "': " + e.getMessage(), e);
        }
    }

    /**
     * What the first match holds.
     *
     * @param attribute whose value is wanted; empty for the text
     */
    Optional<String> first(Evaluator selector, String attribute) {
        return attribute.isEmpty()
                ? Optional.ofNullable(page.selectFirst(selector)).map(Element::text)
                : values(selector, attribute).findFirst();
    }

    List<String> all(Evaluator selector, String attribute) {
        return values(selector, attribute).toList();
    }

    private Stream<String> values(Evaluator selector, String attribute) {
        Stream<Element> found = page.select(selector).stream().filter(Objects::nonNull);
        return attribute.isEmpty()
                ? found.map(Element::text)
                : found.filter(it -> it.hasAttr(attribute)).map(it -> it.attr(attribute));
    }
}
