package io.spate.k6.load;

import io.spate.k6.load.Imports.Import;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds the imports and exports of a JavaScript file by its tokens: comments, texts and regular
 * expressions are passed over, and what stands within brackets is no declaration. A file that is
 * not JavaScript has none, and is left to the parser.
 */
final class ImportScanner {
    /** Behind these a slash starts a regular expression. */
    private static final String BEFORE_EXPRESSION = "(,=:[!&|?{};+-*%~^<>";

    private static final Set<String> WORDS_BEFORE_EXPRESSION =
            Set.of("return", "typeof", "case", "in", "of", "delete", "void", "throw", "new", "do");

    /** Behind these a name is what a file itself calls something. */
    private static final Set<String> BINDINGS =
            Set.of("const", "let", "var", "function", "class", "import", "as");

    private final String text;
    private final List<Import> imports = new ArrayList<>();
    private int at;
    private int depth;
    private boolean isModule;
    private boolean callsRequire;
    private boolean bindsRequire;
    private char before = ';';
    private String word = "";

    ImportScanner(String text) {
        this.text = text;
    }

    Imports scan() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (text.startsWith("//", at) || (at == 0 && text.startsWith("#!"))) {
                skipTo("\n");
            } else if (text.startsWith("/*", at)) {
                skipTo("*/");
            } else if (c == '\'' || c == '"') {
                string(c);
                token('"');
            } else if (c == '`') {
                template();
                token('"');
            } else if (c == '/' && startsExpression()) {
                regularExpression();
                token('"');
            } else if (Character.isJavaIdentifierStart(c)) {
                identifier();
            } else {
                punctuation(c);
            }
        }
        return new Imports(isModule, imports, callsRequire && !bindsRequire);
    }

    private void token(char last) {
        before = last;
        word = "";
    }

    private void punctuation(char c) {
        if (c == '{' || c == '(' || c == '[') {
            depth++;
        } else if (c == '}' || c == ')' || c == ']') {
            depth--;
        }
        at++;
        token(c);
    }

    private boolean startsExpression() {
        return word.isEmpty()
                ? BEFORE_EXPRESSION.indexOf(before) >= 0
                : WORDS_BEFORE_EXPRESSION.contains(word);
    }

    private void identifier() {
        int start = at;
        while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
            at++;
        }
        boolean member = before == '.';
        before = 'a';
        String last = word;
        word = text.substring(start, at);
        if (word.equals("require") && !member) {
            int next = behindSpace(at);
            callsRequire |= next < text.length() && text.charAt(next) == '(';
            bindsRequire |= BINDINGS.contains(last);
        }
        if (depth > 0 || member) {
            return;
        }
        if (word.equals("export")) {
            isModule = true;
        } else if (word.equals("import")) {
            declaration();
        } else if (word.equals("from") && isModule) {
            specifier();
        }
    }

    /** {@code import(...)} and {@code import.meta} are expressions. */
    private void declaration() {
        int next = behindSpace(at);
        char c = next < text.length() ? text.charAt(next) : ';';
        if (c == '(' || c == '.') {
            return;
        }
        isModule = true;
        specifier();
    }

    /** Takes the text that follows, if one does. */
    private void specifier() {
        int start = behindSpace(at);
        if (start >= text.length()) {
            return;
        }
        char quote = text.charAt(start);
        int end = quote == '\'' || quote == '"' ? text.indexOf(quote, start + 1) : -1;
        if (end > 0) {
            imports.add(new Import(text.substring(start + 1, end), start));
        }
    }

    private int behindSpace(int from) {
        int next = from;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        return next;
    }

    private void skipTo(String end) {
        int found = text.indexOf(end, at + 1);
        at = found < 0 ? text.length() : found + end.length();
    }

    private void string(char quote) {
        at++;
        while (at < text.length() && text.charAt(at) != quote && text.charAt(at) != '\n') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        at++;
    }

    /** What is in the braces of a template counts as part of its text. */
    private void template() {
        int braces = 0;
        at++;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\\') {
                at++;
            } else if (c == '`' && braces == 0) {
                break;
            } else if (c == '`') {
                template();
                continue;
            } else if (text.startsWith("${", at)) {
                braces++;
                at++;
            } else if (c == '{' && braces > 0) {
                braces++;
            } else if (c == '}' && braces > 0) {
                braces--;
            }
            at++;
        }
        at++;
    }

    private void regularExpression() {
        boolean inClass = false;
        at++;
        while (at < text.length() && text.charAt(at) != '\n') {
            char c = text.charAt(at);
            if (c == '\\') {
                at++;
            } else if (c == '[') {
                inClass = true;
            } else if (c == ']') {
                inClass = false;
            } else if (c == '/' && !inClass) {
                break;
            }
            at++;
        }
        at++;
    }
}
