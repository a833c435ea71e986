package io.spate.script.yaml.step;

import java.util.Optional;
import java.util.regex.Pattern;

/** Takes a condition's text apart from left to right, and says where it cannot go on. */
final class ConditionScanner {
    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.-]*");
    private static final Pattern NUMBER =
            Pattern.compile("-?[0-9]+(\\.[0-9]+)?(ns|us|µs|ms|s|m|h)?(?![\\p{L}\\p{N}])");
    private static final Pattern PLACE = Pattern.compile("\\$\\{[^}]*}");

    private final String text;
    private int at;

    ConditionScanner(String text) {
        this.text = text;
    }

    boolean atEnd() {
        skipSpaces();
        return at == text.length();
    }

    /** Goes past a sign, if it is next. */
    boolean sign(String sign) {
        skipSpaces();
        if (!text.startsWith(sign, at)) {
            return false;
        }
        at += sign.length();
        return true;
    }

    /** Goes past an exclamation mark, if it is next and not part of a comparison. */
    boolean isNot() {
        skipSpaces();
        return !text.startsWith("!=", at) && sign("!");
    }

    /** Goes past a word, if it is next. */
    boolean word(String word) {
        int start = at;
        if (anyWord().filter(word::equals).isPresent()) {
            return true;
        }
        at = start;
        return false;
    }

    /** Goes past any word. */
    Optional<String> anyWord() {
        return peek(WORD) ? Optional.of(take(WORD)) : Optional.empty();
    }

    boolean isPlace() {
        return peek(PLACE);
    }

    String place() {
        return take(PLACE);
    }

    boolean isNumber() {
        return peek(NUMBER);
    }

    String number() {
        return take(NUMBER);
    }

    boolean isQuote() {
        skipSpaces();
        return at < text.length() && (text.charAt(at) == '\'' || text.charAt(at) == '"');
    }

    /** What stands in quotes of either kind. */
    String text(String what) {
        if (!isQuote()) {
            throw expected(what);
        }
        int end = text.indexOf(text.charAt(at), at + 1);
        if (end < 0) {
            throw expected("a closing quote");
        }
        var inside = text.substring(at + 1, end);
        at = end + 1;
        return inside;
    }

    /** What stands in brackets behind a word; brackets in it come in pairs. */
    String argument(String word) {
        if (!sign("(")) {
            throw expected("a bracket, as in %s(...),".formatted(word));
        }
        int depth = 1;
        int end = at;
        while (end < text.length() && depth > 0) {
            char next = text.charAt(end++);
            depth += next == '(' ? 1 : next == ')' ? -1 : 0;
        }
        if (depth > 0) {
            throw expected("a closing bracket");
        }
        var inside = text.substring(at, end - 1).strip();
        at = end;
        return inside;
    }

    boolean peek(Pattern pattern) {
        skipSpaces();
        return pattern.matcher(text).region(at, text.length()).lookingAt();
    }

    String take(Pattern pattern) {
        skipSpaces();
        var matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            throw expected(pattern.pattern());
        }
        at = matcher.end();
        return matcher.group();
    }

    IllegalArgumentException expected(String what) {
        skipSpaces();
        var found = at == text.length() ? "the end" : "\"" + text.substring(at) + "\"";
        return new IllegalArgumentException(
                "\"%s\" is not a condition: expected %s, found %s".formatted(text, what, found));
    }

    private void skipSpaces() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
