package io.spate.report.markdown;

import io.spate.report.text.Cells;

/**
 * Text that stays text in Markdown. Names come from scripts and targets, so that they may hold
 * anything.
 */
public final class MarkdownText {
    private static final String MEANT = "\\`*[]<>|~&$!#";

    private MarkdownText() {}

    /** One line in which no character means anything to Markdown, nor to a terminal. */
    public static String escape(String text) {
        var clean = Cells.clean(text).strip();
        var escaped = new StringBuilder(clean.length() + 16);
        for (int at = 0; at < clean.length(); at++) {
            char c = clean.charAt(at);
            if (MEANT.indexOf(c) >= 0 || (c == '_' && !isWithinWord(clean, at)) || begins(at, c)) {
                escaped.append('\\');
            }
            escaped.append(c);
        }
        return escaped.toString();
    }

    /** Within a word an underscore is nothing but that, and names of metrics have many. */
    private static boolean isWithinWord(String text, int at) {
        return at > 0
                && at + 1 < text.length()
                && Character.isLetterOrDigit(text.charAt(at - 1))
                && Character.isLetterOrDigit(text.charAt(at + 1));
    }

    /** What makes a list, a heading or a rule at the start of a line. */
    private static boolean begins(int at, char c) {
        return at == 0 && "-+=".indexOf(c) >= 0;
    }

    /** A block of text as it is, in a fence that is longer than any within it. */
    static String block(String text) {
        var lines = text.strip().lines().map(Cells::clean).toList();
        int longest = 2;
        for (var line : lines) {
            longest = Math.max(longest, longestRun(line));
        }
        var fence = "`".repeat(longest + 1);
        return fence + "text\n" + String.join("\n", lines) + "\n" + fence + "\n";
    }

    private static int longestRun(String line) {
        int longest = 0;
        int run = 0;
        for (int at = 0; at < line.length(); at++) {
            run = line.charAt(at) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
