package io.spate.http.content;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.select.Evaluator;
import org.jspecify.annotations.Nullable;

/**
 * A decoded body, and what expressions find in it. What it is turned into for that (a text, a page)
 * is kept for the next expression. Belongs to one virtual user.
 */
public final class Content {
    private static final byte[] NO_BYTES = {};

    private final byte[] bytes;
    private final Charset charset;
    private final long takenBytes;
    private final String whyTaken;
    private @Nullable String text;
    private byte @Nullable [] json;
    private @Nullable Html page;

    /**
     * A body.
     *
     * @param bytes after its content coding is undone
     * @param charset of its text
     */
    public Content(byte[] bytes, Charset charset) {
        this(bytes, charset, 0, "");
    }

    private Content(byte[] bytes, Charset charset, long takenBytes, String whyTaken) {
        this.bytes = bytes;
        this.charset = charset;
        this.takenBytes = takenBytes;
        this.whyTaken = whyTaken;
    }

    /**
     * A body that was not kept.
     *
     * @param bytes how many there were
     * @param why what to say to those who ask for it
     */
    public static Content taken(long bytes, String why) {
        return new Content(NO_BYTES, StandardCharsets.UTF_8, bytes, why);
    }

    /** Whether it was not kept. */
    public boolean isTaken() {
        return !whyTaken.isEmpty();
    }

    /** How many bytes it had, where it was not kept. */
    public long takenBytes() {
        return takenBytes;
    }

    /** Why it was not kept. */
    public String whyTaken() {
        return whyTaken;
    }

    /** After its content coding is undone; not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /** As text. */
    public String text() {
        String known = text;
        if (known == null) {
            known = new String(bytes, charset);
            text = known;
        }
        return known;
    }

    /** As text in UTF-8; not to be changed. */
    public byte[] json() {
        if (charset.equals(StandardCharsets.UTF_8)) {
            return bytes;
        }
        byte[] known = json;
        if (known == null) {
            known = text().getBytes(StandardCharsets.UTF_8);
            json = known;
        }
        return known;
    }

    /**
     * What the first match of a regular expression holds.
     *
     * @param group which part of it; -1 for the first group, or the whole match if there is none
     * @throws IllegalArgumentException where the expression has no such group
     */
    public Optional<String> regex(Pattern pattern, int group) {
        Matcher matcher = pattern.matcher(text());
        int wanted = group(matcher, group);
        while (matcher.find()) {
            String found = matcher.group(wanted);
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /** What all matches hold; see {@link #regex}. */
    public List<String> regexAll(Pattern pattern, int group) {
        Matcher matcher = pattern.matcher(text());
        int wanted = group(matcher, group);
        List<String> all = new ArrayList<>();
        while (matcher.find()) {
            String found = matcher.group(wanted);
            if (found != null) {
                all.add(found);
            }
        }
        return all;
    }

    private static int group(Matcher matcher, int group) {
        if (group > matcher.groupCount() || group < -1) {
            throw new IllegalArgumentException(
                    "no group %d in the regular expression '%s', which has %d"
                            .formatted(group, matcher.pattern(), matcher.groupCount()));
        }
        return group >= 0 ? group : Math.min(1, matcher.groupCount());
    }

    /**
     * What the first element that a CSS selector finds holds.
     *
     * @param attribute whose value is wanted; empty for its text
     */
    public Optional<String> css(Evaluator selector, String attribute) {
        return page().first(selector, attribute);
    }

    /** What all elements hold; see {@link #css}. */
    public List<String> cssAll(Evaluator selector, String attribute) {
        return page().all(selector, attribute);
    }

    private Html page() {
        Html known = page;
        if (known == null) {
            known = new Html(text());
            page = known;
        }
        return known;
    }
}
