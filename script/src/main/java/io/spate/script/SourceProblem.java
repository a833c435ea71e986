package io.spate.script;

/**
 * One mistake in a test, and where it stands.
 *
 * @param file as the user named it; empty where the mistake is in no file
 * @param line from 1; 0 where it is not known
 * @param column of the character, from 1; 0 where it is not known
 * @param message what is wrong and what to do; may have further lines
 * @param sourceLine the line's text; empty where it is not known
 */
public record SourceProblem(String file, int line, int column, String message, String sourceLine) {

    /** A mistake without a place. */
    public static SourceProblem of(String message) {
        return new SourceProblem("", 0, 0, message, "");
    }

    /**
     * The mistake as people read it, and as editors and terminals find its place:
     *
     * <pre>{@code
     * Shop.java:12:14: error: cannot find symbol
     *         user.gett("/");
     *             ^
     *   symbol: method gett(String)
     * }</pre>
     */
    public String render() {
        var lines = message.strip().split("\\R", 2);
        var text = new StringBuilder();
        if (!file.isEmpty()) {
            text.append(file).append(':');
            if (line > 0) {
                text.append(line).append(':');
                if (column > 0) {
                    text.append(column).append(':');
                }
            }
            text.append(' ');
        }
        text.append("error: ").append(lines[0]);
        if (!sourceLine.isBlank()) {
            text.append('\n').append(sourceLine.stripTrailing());
            if (column > 0) {
                text.append('\n').append(indent()).append('^');
            }
        }
        if (lines.length > 1) {
            text.append('\n').append(lines[1]);
        }
        return text.toString();
    }

    /** What stands before the column, as blanks; tabs stay, so that the caret meets its column. */
    private String indent() {
        var before = sourceLine.substring(0, Math.min(column - 1, sourceLine.length()));
        return before.replaceAll("[^\\t]", " ");
    }
}
