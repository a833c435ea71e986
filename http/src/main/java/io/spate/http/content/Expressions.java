package io.spate.http.content;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jsoup.select.Evaluator;
import org.jspecify.annotations.Nullable;

/** The expressions compiled on one event loop, found again by their text; a bounded number. */
public final class Expressions {
    /** Of each kind; later ones are compiled anew for each use. */
    static final int MAX = 1_000;

    private final Cache<JsonQuery> json;
    private final Cache<JsonPath> pointers;
    private final Cache<Pattern> regexes;
    private final Cache<Evaluator> selectors;

    /**
     * None yet.
     *
     * @param full told whenever one is not kept for want of room
     */
    public Expressions(Runnable full) {
        json = new Cache<>(JsonQuery::compile, full);
        pointers = new Cache<>(JsonPath::ofPointer, full);
        regexes = new Cache<>(Expressions::regex, full);
        selectors = new Cache<>(Html::selector, full);
    }

    /**
     * The query of a JSON path.
     *
     * @throws IllegalArgumentException where it is none, with the place
     */
    public JsonQuery json(String path) {
        return json.get(path);
    }

    /**
     * The path of a JSON pointer.
     *
     * @throws IllegalArgumentException where it is none
     */
    public JsonPath pointer(String pointer) {
        return pointers.get(pointer);
    }

    /**
     * A regular expression.
     *
     * @throws IllegalArgumentException where it is none, with the place
     */
    public Pattern compiledRegex(String expression) {
        return regexes.get(expression);
    }

    /**
     * A CSS selector.
     *
     * @throws IllegalArgumentException where it is none
     */
    public Evaluator css(String selector) {
        return selectors.get(selector);
    }

    /**
     * Compiles a regular expression.
     *
     * @throws IllegalArgumentException where it is none, with the place
     */
    public static Pattern regex(String expression) {
        try {
            return Pattern.compile(expression);
        } catch (PatternSyntaxException e) {
            String place = e.getIndex() < 0 ? "" : "at character " + (e.getIndex() + 1) + ": ";
            throw new IllegalArgumentException(
                    "not a regular expression: '" + expression + "': " + place + e.getDescription(),
                    e);
        }
    }

    /**
     * Compiles a CSS selector.
     *
     * @throws IllegalArgumentException where it is none
     */
    public static Evaluator selector(String selector) {
        return Html.selector(selector);
    }

    private static final class Cache<E> {
        private static final int RECENT = 64;

        private final Function<String, E> compiler;
        private final Runnable full;
        private final Map<String, E> known = new HashMap<>();

        /** By the hash of the text: those used lately, found without a map. */
        private final @Nullable String[] recentTexts = new @Nullable String[RECENT];

        private final @Nullable Object[] recent = new @Nullable Object[RECENT];

        Cache(Function<String, E> compiler, Runnable full) {
            this.compiler = compiler;
            this.full = full;
        }

        @SuppressWarnings("unchecked") // only the compiler's results are put there
        E get(String text) {
            int slot = text.hashCode() & (RECENT - 1);
            Object at = recent[slot];
            if (at != null && text.equals(recentTexts[slot])) {
                return (E) at;
            }
            E found = known.get(text);
            if (found == null) {
                found = compiler.apply(text);
                if (known.size() < MAX) {
                    known.put(text, found);
                } else {
                    full.run();
                }
            }
            recentTexts[slot] = text;
            recent[slot] = found;
            return found;
        }
    }
}
