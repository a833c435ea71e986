package io.spate.output.csv;

import io.spate.metrics.Snapshot;
import io.spate.metrics.result.Output;
import io.spate.metrics.result.RunResult;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Locust's CSV files: {@code PREFIX_stats.csv}, {@code PREFIX_failures.csv} and {@code
 * PREFIX_exceptions.csv}, written anew each second, and {@code PREFIX_stats_history.csv}, which
 * grows by a row each second. Response times are service times ({@code http_req_duration}) in
 * milliseconds, as Locust has them.
 *
 * <p>A file that cannot be written any more is told once; from then on the output does nothing.
 */
public final class LocustCsv implements Output {
    /** Above so many endpoints the tables are written less often, to bound the work per second. */
    private static final int ROWS_PER_SECOND = 1000;

    private final Path prefix;
    private final boolean fullHistory;
    private final Consumer<String> warning;
    private final LocustTables tables;
    private final OutputStream history;
    private final RunStats stats = new RunStats();
    private long seconds;
    private boolean broken;

    /**
     * Starts the files.
     *
     * @param prefix the files' common beginning; its folder must be there
     * @param startedAt when the run starts
     * @param fullHistory whether the history has a row for each endpoint too; its percentiles are
     *     then those of the last ten seconds instead of the whole run
     * @param warning told once when a file cannot be written any more
     * @throws IOException where the files cannot be written; the message says which, why, and what
     *     to do
     */
    public LocustCsv(Path prefix, Instant startedAt, boolean fullHistory, Consumer<String> warning)
            throws IOException {
        this.prefix = prefix.toAbsolutePath();
        this.fullHistory = fullHistory;
        this.warning = warning;
        this.tables = new LocustTables(startedAt);
        try {
            history = Files.newOutputStream(file("_stats_history.csv"));
            append(LocustTables.historyHead());
            rewrite();
        } catch (IOException e) {
            throw new IOException("cannot write CSV files: " + reason(e), e);
        }
    }

    @Override
    public void accept(Snapshot second) {
        stats.add(second);
        seconds++;
        write(
                () -> {
                    append(tables.history(stats, fullHistory));
                    if (seconds % (1 + stats.total().size() / ROWS_PER_SECOND) == 0) {
                        rewrite();
                    }
                });
    }

    @Override
    public void finish(RunResult result) {
        write(
                () -> {
                    rewrite();
                    history.close();
                });
    }

    private interface Writing {
        void run() throws IOException;
    }

    private void write(Writing writing) {
        if (broken) {
            return;
        }
        try {
            writing.run();
        } catch (IOException e) {
            broken = true;
            warning.accept("CSV files are no longer written: " + reason(e));
            closeQuietly();
        }
    }

    private void closeQuietly() {
        try {
            history.close();
        } catch (IOException _) {
            // What is wrong has been told already.
        }
    }

    private void rewrite() throws IOException {
        replace("_stats.csv", tables.stats(stats));
        replace("_failures.csv", tables.failures(stats));
        replace("_exceptions.csv", LocustTables.exceptions(stats));
    }

    /** Puts the new file in the place of the old one at once, so that no reader sees half of it. */
    private void replace(String suffix, String text) throws IOException {
        var temporary = file(suffix + ".tmp");
        try {
            Files.write(temporary, text.getBytes(StandardCharsets.UTF_8));
            Files.move(
                    temporary,
                    file(suffix),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            deleteQuietly(temporary);
            throw e;
        }
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException _) {
            // The failure that led here is told; a file left over does no harm.
        }
    }

    private void append(String rows) throws IOException {
        history.write(rows.getBytes(StandardCharsets.UTF_8));
    }

    private Path file(String suffix) {
        return prefix.resolveSibling(prefix.getFileName() + suffix);
    }

    private String reason(IOException e) {
        var folder = prefix.getParent();
        return switch (e) {
            case NoSuchFileException _ ->
                    "the folder " + folder + " does not exist; create it or give another prefix";
            case AccessDeniedException denied ->
                    denied.getFile() + " may not be written; give another prefix";
            default -> e.getMessage() + " (" + prefix + "_*.csv)";
        };
    }
}
