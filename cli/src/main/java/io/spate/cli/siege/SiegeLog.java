package io.spate.cli.siege;

import io.spate.siege.config.Settings;
import io.spate.siege.text.Figures;
import io.spate.siege.text.FinalBlock;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Adds a run to siege's log file. */
final class SiegeLog {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private final Settings.Log settings;
    private final Path file;

    SiegeLog(Settings.Log settings, Path file) {
        this.settings = settings;
        this.file = file;
    }

    /** Adds what a run came to; what cannot be written is told. */
    void add(Figures figures, Instant at, boolean gaveUp, PrintStream out, PrintStream err) {
        var text = new StringBuilder();
        settings.mark().ifPresent(it -> text.append(FinalBlock.logMark(it)));
        text.append(FinalBlock.logLine(figures, TIME.format(at.atZone(ZoneId.systemDefault()))));
        if (gaveUp) {
            text.append(FinalBlock.logMark("siege aborted due to excessive socket failure."));
        }
        if (settings.show()) {
            out.println("LOG FILE: " + settings.file());
            out.println("(show-logfile = false in siege.conf keeps this from being said.)");
        }
        try {
            if (!Files.exists(file)) {
                Files.writeString(file, FinalBlock.LOG_HEAD, StandardOpenOption.CREATE_NEW);
            }
            Files.writeString(file, text, StandardOpenOption.APPEND);
        } catch (IOException e) {
            err.println("[error] unable to write to the log file: " + e.getMessage());
        }
    }
}
