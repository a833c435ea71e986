package io.spate.k6.api.html;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What forms send. */
final class FormFields {
    private static final Set<String> NEVER_SENT =
            Set.of("submit", "button", "reset", "image", "file");

    private FormFields() {}

    /**
     * Tells names and values of the fields of forms, and of fields themselves, as they would be
     * sent.
     */
    static void each(List<Element> elements, BiConsumer<String, String> action) {
        elements.stream()
                .flatMap(FormFields::fields)
                .filter(FormFields::isSent)
                .forEach(it -> values(it).forEach(value -> action.accept(it.attr("name"), value)));
    }

    private static Stream<Element> fields(Element element) {
        return element.normalName().equals("form")
                ? element.select("input, select, textarea").stream()
                : Stream.of(element);
    }

    private static boolean isSent(Element field) {
        var type = field.attr("type");
        boolean idle = isChosen(type) && !field.hasAttr("checked");
        return !field.attr("name").isEmpty()
                && !idle
                && !field.hasAttr("disabled")
                && !NEVER_SENT.contains(type);
    }

    private static Stream<String> values(Element field) {
        return field.normalName().equals("select") && field.hasAttr("multiple")
                ? field.select("option[selected]").stream()
                        .map(FormFields::value)
                        .filter(Objects::nonNull)
                : Stream.ofNullable(value(field));
    }

    /** What an element would send; null for nothing. */
    static @Nullable String value(Element element) {
        return switch (element.normalName()) {
            case "textarea" -> element.wholeText();
            case "option" -> element.hasAttr("value") ? element.attr("value") : element.text();
            case "select" -> {
                var chosen = element.selectFirst("option[selected]");
                var option = chosen == null ? element.selectFirst("option") : chosen;
                yield option == null ? null : value(option);
            }
            case "input" -> element.hasAttr("value") ? element.attr("value") : standard(element);
            default -> element.hasAttr("value") ? element.attr("value") : null;
        };
    }

    private static String standard(Element input) {
        return isChosen(input.attr("type")) ? "on" : "";
    }

    private static boolean isChosen(String type) {
        return type.equals("checkbox") || type.equals("radio");
    }
}
