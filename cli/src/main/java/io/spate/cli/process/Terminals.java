package io.spate.cli.process;

import io.spate.report.Terminal;

/** What the process's streams can show. */
public final class Terminals {
    private static final int DEFAULT_WIDTH = 120;
    private static final int DEFAULT_HEIGHT = 40;

    private final SpateProcess process;
    private final boolean colours;

    /** The terminals of a process. */
    public Terminals(SpateProcess process, boolean noColor) {
        this.process = process;
        this.colours = !noColor && process.env().getOrDefault("NO_COLOR", "").isEmpty();
    }

    /** Where progress is shown. */
    public Terminal err() {
        return of(process.interactive());
    }

    /** Where the summary goes. */
    public Terminal out() {
        return of(process.interactive());
    }

    private Terminal of(boolean interactive) {
        if (!interactive) {
            return Terminal.PLAIN;
        }
        var size =
                TerminalSize.current()
                        .orElseGet(
                                () ->
                                        new TerminalSize(
                                                number("COLUMNS", DEFAULT_WIDTH),
                                                number("LINES", DEFAULT_HEIGHT)));
        return new Terminal(size.columns(), size.rows(), colours, true);
    }

    private int number(String variable, int otherwise) {
        try {
            return Integer.parseInt(process.env().getOrDefault(variable, ""));
        } catch (NumberFormatException _) {
            return otherwise;
        }
    }
}
