package io.spate.cli.locust;

import io.spate.cli.process.SpateProcess;
import io.spate.locust.RunObserver;
import io.spate.locust.stats.StatsBook;
import io.spate.locust.text.ConsoleTables;
import io.spate.locust.text.CsvFiles;
import io.spate.locust.text.HtmlReport;
import io.spate.locust.text.JsonText;
import io.spate.metrics.Ticker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/** Where the figures of a run go: tables, CSV, HTML, JSON. */
final class LocustOutputs implements RunObserver {
    private static final int TABLE_SECONDS = 2;

    private final SpateProcess process;
    private final LocustFlags flags;
    private final LocustConsole console;
    private final ConsoleTables tables;
    private final Ticker ticker;
    private final Optional<String> csv;
    private volatile Optional<HtmlReport> html = Optional.empty();
    private boolean complete = true;
    private int seconds;

    LocustOutputs(
            SpateProcess process,
            LocustFlags flags,
            LocustConsole console,
            ConsoleTables tables,
            Ticker ticker) {
        this.process = process;
        this.flags = flags;
        this.console = console;
        this.tables = tables;
        this.ticker = ticker;
        this.csv = flags.text("csv");
    }

    /** Says that a run begins, with the report of it. */
    void begins(HtmlReport report) {
        html = Optional.of(report);
    }

    /** The report of the latest run; for its loop. Empty before the first. */
    Optional<HtmlReport> report() {
        return html;
    }

    /** Whether all could be written. */
    boolean complete() {
        return complete;
    }

    @Override
    public void second(StatsBook book, int users) {
        if (seconds == 0 && flags.has("csv_full_history")) {
            book.rememberAll();
        }
        if (seconds % TABLE_SECONDS == 0 && showsTables()) {
            console.plain(tables.requests(book, true));
            console.plain(List.of(""));
        }
        csv.ifPresent(
                prefix -> {
                    write(prefix, book);
                    history(prefix, book, users);
                });
        html.ifPresent(it -> it.second(book, users, ticker.instant()));
        seconds++;
    }

    /** Where there is a page, Locust shows them there. */
    private boolean showsTables() {
        return flags.has("print_stats") || (flags.has("headless") && !flags.has("only_summary"));
    }

    /** The text of the file with figures over time; empty where it is not written. */
    Optional<String> history() {
        return csv.filter(_ -> flags.has("csv_full_history"))
                .map(it -> file(it + "_stats_history.csv"))
                .filter(Files::exists)
                .flatMap(
                        it -> {
                            try {
                                return Optional.of(Files.readString(it));
                            } catch (IOException _) {
                                return Optional.empty();
                            }
                        });
    }

    private void history(String prefix, StatsBook book, int users) {
        var file = file(prefix + "_stats_history.csv");
        var now = ticker.instant().getEpochSecond();
        var lines = CsvFiles.history(book, now, users, flags.has("csv_full_history"));
        try {
            if (seconds == 0) {
                Files.writeString(file, CsvFiles.historyHeader());
            }
            Files.writeString(file, lines, StandardOpenOption.APPEND);
        } catch (IOException e) {
            failed(file, e);
        }
    }

    private void write(String prefix, StatsBook book) {
        write(prefix + "_stats.csv", CsvFiles.stats(book));
        write(prefix + "_failures.csv", CsvFiles.failures(book));
        write(prefix + "_exceptions.csv", CsvFiles.exceptions(book));
    }

    private Path file(String name) {
        return process.file(name);
    }

    private void write(String name, String text) {
        var file = file(name);
        try {
            var folder = file.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(file, text);
        } catch (IOException e) {
            failed(file, e);
        }
    }

    private void failed(Path file, IOException e) {
        if (complete) {
            console.log("ERROR", "locust.stats", "cannot write %s: %s".formatted(file, e));
        }
        complete = false;
    }

    @Override
    public void ended(StatsBook book) {
        csv.ifPresent(
                prefix -> {
                    write(prefix, book);
                    history(prefix, book, 0);
                });
        if (flags.has("headless")) {
            left(book);
        }
    }

    /** Says all there is to say after the last run. */
    void left(StatsBook book) {
        flags.text("html")
                .ifPresent(
                        name -> {
                            var shown = htmlName(name);
                            console.log(
                                    "INFO", "locust.main", "writing html report to file: " + shown);
                            html.ifPresent(it -> write(shown, it.text(book, ticker.instant())));
                        });
        if (flags.has("json")) {
            process.out().println(JsonText.of(book));
            process.out().flush();
        }
        flags.text("json_file").ifPresent(it -> write(it + ".json", JsonText.of(book)));
        if (!flags.has("json")) {
            console.plain(tables.requests(book, false));
            console.plain(List.of(""));
            console.plain(tables.percentiles(book));
            console.plain(List.of(""));
            console.plain(tables.errors(book));
        }
    }

    private String htmlName(String name) {
        return name.replace("{u}", flags.text("users").orElse("1"))
                .replace("{r}", flags.text("spawn_rate").orElse("1"))
                .replace("{t}", flags.text("run_time").orElse(""));
    }
}
