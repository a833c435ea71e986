package io.spate.cli.repeat;

import io.spate.cli.process.UsageException;
import java.util.ArrayList;
import java.util.List;

/** A text of several arguments, taken apart as a shell does: quotes keep spaces together. */
final class Words {
    private Words() {}

    static List<String> of(String text) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        boolean begun = false;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            if (quote != 0) {
                if (next == quote) {
                    quote = 0;
                } else {
                    word.append(next);
                }
            } else if (next == '"' || next == '\'') {
                quote = next;
                begun = true;
            } else if (Character.isWhitespace(next)) {
                if (begun) {
                    words.add(word.toString());
                    word.setLength(0);
                }
                begun = false;
            } else {
                word.append(next);
                begun = true;
            }
        }
        if (quote != 0) {
            throw new UsageException("the quote %c in '%s' is not closed".formatted(quote, text));
        }
        if (begun) {
            words.add(word.toString());
        }
        return words;
    }
}
