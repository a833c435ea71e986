package io.spate.convert.write;

import io.spate.convert.draft.Step;

/** A text in indented lines. */
final class Lines {
    private final StringBuilder text = new StringBuilder();
    private final String step;
    private final String comment;
    private int depth;

    /**
     * Nothing yet.
     *
     * @param step what one level of indentation is
     * @param comment what comments begin with
     */
    Lines(String step, String comment) {
        this.step = step;
        this.comment = comment;
    }

    Lines add(String line) {
        text.append(step.repeat(depth)).append(line).append('\n');
        return this;
    }

    Lines in() {
        depth++;
        return this;
    }

    Lines out() {
        depth--;
        return this;
    }

    /** What could not be converted, with its line. */
    void left(Step.Left left) {
        add(comment + " NOT CONVERTED, line " + left.line() + ":");
        left.source().lines().forEach(it -> add(comment + " " + it));
    }

    void comment(String words) {
        add(comment + " " + words);
    }

    int length() {
        return text.length();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
