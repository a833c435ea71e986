package io.spate.report.text;

/** How a piece of text stands out, where colours are allowed. */
public enum Style {
    PLAIN(""),
    BOLD("1"),
    DIM("2"),
    RED("31"),
    GREEN("32"),
    YELLOW("33"),
    CYAN("36"),
    BOLD_RED("1;31");

    private final String code;

    Style(String code) {
        this.code = code;
    }

    /** The text in this style; unchanged without colours. */
    public String apply(String text, boolean colours) {
        return !colours || code.isEmpty() || text.isEmpty()
                ? text
                : "\u001B[" + code + "m" + text + "\u001B[0m";
    }

    /** The mark of what passed or did not. */
    public static String mark(boolean passed, boolean colours) {
        return passed ? GREEN.apply("✓", colours) : RED.apply("✗", colours);
    }
}
