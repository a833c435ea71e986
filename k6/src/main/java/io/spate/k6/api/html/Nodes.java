package io.spate.k6.api.html;

import io.spate.k6.api.http.UrlEncodedForm;
import io.spate.k6.vu.Vu;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.graalvm.polyglot.HostAccess;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Selector.SelectorParseException;
import org.jspecify.annotations.Nullable;

/** Some elements of a page, in its order, each once. A selector that is null or empty fits all. */
public final class Nodes {
    private final Vu vu;
    private final List<Element> all;

    Nodes(Vu vu, List<Element> all) {
        this.vu = vu;
        this.all = all;
    }

    private Nodes of(SequencedSet<Element> found) {
        return new Nodes(vu, List.copyOf(found));
    }

    private <T> T selecting(String selector, Function<String, T> select) {
        try {
            return select.apply(selector);
        } catch (SelectorParseException | IllegalArgumentException e) {
            throw vu.error("'%s' is no selector: %s".formatted(selector, e.getMessage()));
        }
    }

    private Predicate<Element> fits(@Nullable String selector) {
        return selector == null || selector.isEmpty()
                ? _ -> true
                : it -> selecting(selector, it::is);
    }

    private Nodes each(Function<Element, List<Element>> step, @Nullable String selector) {
        var found = new LinkedHashSet<Element>();
        for (var element : all) {
            step.apply(element).stream().filter(fits(selector)).forEach(found::add);
        }
        return of(found);
    }

    @HostAccess.Export
    public int size() {
        return all.size();
    }

    /** One of them alone; none where there are not as many. */
    @HostAccess.Export
    public Nodes at(int index) {
        return slice(index, index + 1);
    }

    /** Each of them alone. */
    @HostAccess.Export
    public List<Nodes> singles() {
        return all.stream().map(it -> new Nodes(vu, List.of(it))).toList();
    }

    /** Those at some indices. */
    @HostAccess.Export
    public Nodes chosen(int[] indices) {
        return new Nodes(vu, Arrays.stream(indices).mapToObj(all::get).toList());
    }

    /** Some of them, from one to before another. */
    @HostAccess.Export
    public Nodes slice(int from, int to) {
        int start = Math.clamp(from, 0, all.size());
        return new Nodes(vu, all.subList(start, Math.clamp(to, start, all.size())));
    }

    /** Those within these. */
    @HostAccess.Export
    public Nodes find(String selector) {
        return each(
                from ->
                        selecting(selector, from::select).stream()
                                .filter(it -> !it.equals(from))
                                .toList(),
                null);
    }

    @HostAccess.Export
    public Nodes filter(String selector) {
        return each(List::of, selector);
    }

    @HostAccess.Export
    public Nodes not(String selector) {
        var fits = fits(selector);
        return new Nodes(vu, all.stream().filter(fits.negate()).toList());
    }

    /** Those with such an element within. */
    @HostAccess.Export
    public Nodes has(String selector) {
        return new Nodes(
                vu,
                all.stream()
                        .filter(it -> new Nodes(vu, List.of(it)).find(selector).size() > 0)
                        .toList());
    }

    @HostAccess.Export
    public boolean is(String selector) {
        return all.stream().anyMatch(fits(selector));
    }

    @HostAccess.Export
    public Nodes children(@Nullable String selector) {
        return each(Element::children, selector);
    }

    /** All that stands within, texts and comments too, which then stand for themselves. */
    @HostAccess.Export
    public Nodes contents() {
        return each(
                it ->
                        it.childNodes().stream()
                                .map(child -> child instanceof Element inner ? inner : alone(child))
                                .toList(),
                null);
    }

    private static Element alone(Node node) {
        return new Element(node.nodeName()).appendChild(node.clone());
    }

    @HostAccess.Export
    public Nodes siblings(@Nullable String selector) {
        return each(Element::siblingElements, selector);
    }

    @HostAccess.Export
    public Nodes closest(String selector) {
        return each(
                from ->
                        selecting(selector, it -> Optional.ofNullable(from.closest(it))).stream()
                                .toList(),
                null);
    }

    /**
     * Those that are met on a way.
     *
     * @param way parent, next or prev
     * @param oneOnly whether only the first step counts
     * @param until what ends the way; null for its end
     */
    @HostAccess.Export
    public Nodes along(
            String way, boolean oneOnly, @Nullable String until, @Nullable String selector) {
        Predicate<Element> ends = until == null ? _ -> false : fits(until);
        return each(
                from -> {
                    var met = new ArrayList<Element>();
                    var next = step(way, from);
                    while (next != null && !ends.test(next)) {
                        met.add(next);
                        next = oneOnly ? null : step(way, next);
                    }
                    return met;
                },
                selector);
    }

    private static @Nullable Element step(String way, Element from) {
        var to =
                switch (way) {
                    case "next" -> from.nextElementSibling();
                    case "prev" -> from.previousElementSibling();
                    default -> from.parent();
                };
        return to instanceof Document ? null : to;
    }

    /** The URL in an attribute of the first one, seen from its page; as it stands without one. */
    @HostAccess.Export
    public String absolute(String name) {
        if (all.isEmpty()) {
            return "";
        }
        var whole = all.getFirst().absUrl(name);
        return whole.isEmpty() ? all.getFirst().attr(name) : whole;
    }

    /** An attribute of the first; null where it has none such. */
    @HostAccess.Export
    public @Nullable String attr(String name) {
        return all.isEmpty() || !all.getFirst().hasAttr(name) ? null : all.getFirst().attr(name);
    }

    /** An attribute of the first whose name is just so; null where it has none such. */
    @HostAccess.Export
    public @Nullable String attribute(String name) {
        return all.isEmpty() || !all.getFirst().attributes().hasKey(name)
                ? null
                : all.getFirst().attributes().get(name);
    }

    /** The attributes of the first, as names and values by turns. */
    @HostAccess.Export
    public List<String> attributes() {
        var pairs = new ArrayList<String>();
        if (!all.isEmpty()) {
            all.getFirst()
                    .attributes()
                    .forEach(
                            it -> {
                                pairs.add(it.getKey());
                                pairs.add(it.getValue());
                            });
        }
        return pairs;
    }

    /** The texts of all, as they stand in the page. */
    @HostAccess.Export
    public String text() {
        var text = new StringBuilder();
        for (var element : all) {
            element.traverse(
                    (node, _) -> {
                        if (node instanceof TextNode it) {
                            text.append(it.getWholeText());
                        }
                    });
        }
        return text.toString();
    }

    /** What stands within the first; null for none. */
    @HostAccess.Export
    public @Nullable String html() {
        return all.isEmpty() ? null : all.getFirst().html();
    }

    /** The first as it stands in the page; null for none. */
    @HostAccess.Export
    public @Nullable String outerHtml() {
        return all.isEmpty() ? null : all.getFirst().outerHtml();
    }

    /** The kind of the first, in small letters; empty for none. */
    @HostAccess.Export
    public String name() {
        return all.isEmpty() ? "" : all.getFirst().normalName().toLowerCase(Locale.ROOT);
    }

    /** What the first would send in a form; null for nothing. */
    @HostAccess.Export
    public @Nullable String value() {
        return all.isEmpty() ? null : FormFields.value(all.getFirst());
    }

    /**
     * What they send in a form: names and values by turns, with a NUL after each, which no page
     * holds.
     */
    @HostAccess.Export
    public String fields() {
        var told = new StringBuilder();
        FormFields.each(
                all, (name, value) -> told.append(name).append('\0').append(value).append('\0'));
        return told.toString();
    }

    /** The same as it is sent. */
    @HostAccess.Export
    public String form() {
        var form = new UrlEncodedForm();
        FormFields.each(all, form::add);
        return form.toString();
    }
}
