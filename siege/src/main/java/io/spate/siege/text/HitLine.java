package io.spate.siege.text;

import io.spate.siege.config.Settings.Display;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * A transaction as a line.
 *
 * @param display which of siege's forms
 * @param mark put before each line of values, where there is one
 */
public record HitLine(Display display, Optional<String> mark) {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("'['EEE, uuuu-MM-dd HH:mm:ss'] '", Locale.ROOT);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    /** The line with its end. */
    public String of(Hit hit) {
        var text = display.csv() ? values(hit) : words(hit);
        return display.color()
                ? "\u001b[0;%dm%s\u001b[0m\n".formatted(color(hit), text)
                : text + "\n";
    }

    private String words(Hit hit) {
        return display.displayId()
                ? String.format(
                        Locale.ROOT,
                        "%4d) %s %d %6.2f secs: %7d bytes ==> %-4s %s",
                        hit.user(),
                        hit.protocol(),
                        hit.status(),
                        hit.seconds(),
                        hit.bytes(),
                        hit.method(),
                        hit.shownUrl())
                : String.format(
                        Locale.ROOT,
                        "%s%s %d    %5.2f secs: %7d bytes ==> %-4s %s",
                        stamp(hit.at()),
                        hit.protocol(),
                        hit.status(),
                        hit.seconds(),
                        hit.bytes(),
                        hit.method(),
                        hit.shownUrl());
    }

    private String values(Hit hit) {
        return String.format(
                Locale.ROOT,
                "%s%s%s%s,%d,%6.2f,%7d,%s,%d,%s",
                stamp(hit.at()),
                mark.map(it -> it + ",").orElse(""),
                display.displayId() ? String.format(Locale.ROOT, "%4d,", hit.user()) : "",
                hit.protocol(),
                hit.status(),
                hit.seconds(),
                hit.bytes(),
                hit.shownUrl(),
                hit.id(),
                TIME.format(hit.at()));
    }

    private String stamp(LocalDateTime at) {
        return display.timestamp() ? STAMP.format(at) : "";
    }

    /** Blue, cyan, magenta and red, for 2xx, 3xx, 4xx and the rest. */
    private static int color(Hit hit) {
        return switch (hit.status() / 100) {
            case 2 -> 34;
            case 3 -> 36;
            case 4 -> 35;
            default -> 31;
        };
    }
}
