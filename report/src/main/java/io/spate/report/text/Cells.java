package io.spate.report.text;

/**
 * Text in columns of a terminal. Names come from scripts and targets, so that they may hold
 * anything, escape sequences of terminals included.
 */
public final class Cells {
    private Cells() {}

    /** The text on one line and without anything a terminal would act upon. */
    public static String clean(String text) {
        var cleaned = new StringBuilder(text.length());
        text.codePoints()
                .forEach(
                        point -> {
                            if (Character.isWhitespace(point)) {
                                cleaned.append(' ');
                            } else if (acts(point)) {
                                cleaned.append('?');
                            } else {
                                cleaned.appendCodePoint(point);
                            }
                        });
        return cleaned.toString();
    }

    private static boolean acts(int point) {
        return Character.isISOControl(point)
                || Character.getType(point) == Character.SURROGATE
                || (point >= 0x202A && point <= 0x202E)
                || (point >= 0x2066 && point <= 0x2069);
    }

    /** How many columns a clean text takes. */
    public static int width(String text) {
        return text.codePoints().map(Cells::width).sum();
    }

    /** A clean text of at most some columns; what is cut off is marked by an ellipsis. */
    public static String cut(String text, int columns) {
        if (width(text) <= columns) {
            return text;
        }
        var kept = new StringBuilder();
        int used = 1;
        for (int point : text.codePoints().toArray()) {
            used += width(point);
            if (used > columns) {
                break;
            }
            kept.appendCodePoint(point);
        }
        return columns < 1 ? "" : kept.append('…').toString();
    }

    /**
     * A clean text of at most some columns, of which the middle is cut out: long URLs differ at
     * their ends.
     */
    public static String cutMiddle(String text, int columns) {
        if (width(text) <= columns || columns < 3) {
            return cut(text, columns);
        }
        var head = cut(text, (columns + 1) / 2);
        int room = columns - width(head);
        int start = text.length();
        while (start > 0) {
            int point = text.codePointBefore(start);
            room -= width(point);
            if (room < 0) {
                break;
            }
            start -= Character.charCount(point);
        }
        return head + text.substring(start);
    }

    /** The text with spaces after it, or dots or whatever else is to fill. */
    public static String padEnd(String text, int columns, String filler) {
        return text + filler.repeat(Math.max(0, columns - width(text)));
    }

    public static String padEnd(String text, int columns) {
        return padEnd(text, columns, " ");
    }

    public static String padStart(String text, int columns) {
        return " ".repeat(Math.max(0, columns - width(text))) + text;
    }

    private static int width(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isWide(point) ? 2 : 1;
        };
    }

    /** East Asian Width "W" and "F" (Unicode Standard Annex 11), and pictographs. */
    private static boolean isWide(int point) {
        return (point >= 0x1100 && point <= 0x115F)
                || (point >= 0x231A && point <= 0x231B)
                || (point >= 0x23E9 && point <= 0x23F3)
                || (point >= 0x25FD && point <= 0x25FE)
                || (point >= 0x2614 && point <= 0x2615)
                || (point >= 0x2648 && point <= 0x27BF && Character.isEmojiPresentation(point))
                || (point >= 0x2B1B && point <= 0x2B55 && Character.isEmojiPresentation(point))
                || (point >= 0x2E80 && point <= 0xA4CF && point != 0x303F)
                || (point >= 0xA960 && point <= 0xA97C)
                || (point >= 0xAC00 && point <= 0xD7A3)
                || (point >= 0xF900 && point <= 0xFAFF)
                || (point >= 0xFE30 && point <= 0xFE6F)
                || (point >= 0xFF00 && point <= 0xFF60)
                || (point >= 0xFFE0 && point <= 0xFFE6)
                || (point >= 0x1F1E6 && point <= 0x1FAFF)
                || (point >= 0x20000 && point <= 0x3FFFD);
    }
}
