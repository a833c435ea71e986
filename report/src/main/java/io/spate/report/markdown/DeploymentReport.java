package io.spate.report.markdown;

import io.spate.report.json.Results;
import io.spate.report.verdict.Conclusion;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The report that each run appends to a file about deployments, so that this tells their history.
 * It is written by one call at the end of the file, so that runs at the same time do not mix.
 */
public final class DeploymentReport {
    private DeploymentReport() {}

    /** The part of a run. */
    public static String of(Results results) {
        var conclusion = Conclusion.of(results);
        var text = new StringBuilder("## 📊 Load Test Performance Results\n\n");
        line(text, "Timestamp", Figures.timestamp(results.startedAt()));
        line(text, "Status", conclusion.status().marked());
        line(text, "Auto-rollback Triggered", "No");
        if (!results.environment().isEmpty()) {
            line(text, "Environment", MarkdownText.escape(results.environment()));
        }
        if (!results.target().isEmpty()) {
            line(text, "Target", MarkdownText.escape(results.target()));
        }
        text.append("\n### Performance Metrics\n\n");
        KeyFigures.table(text, results);
        KeyFigures.violations(text, conclusion);
        return text.toString();
    }

    /** Two blanks at its end break the line. */
    private static void line(StringBuilder text, String name, String value) {
        text.append("**").append(name).append(":** ").append(value).append("  \n");
    }

    /**
     * Appends the part of a run, making file and folder where there are none.
     *
     * @throws IOException where it cannot be written; the message names the file
     */
    public static void append(Results results, Path file) throws IOException {
        var part = of(results).getBytes(StandardCharsets.UTF_8);
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            try (var channel =
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                int written = channel.write(ByteBuffer.wrap(part));
                if (written < part.length) {
                    throw new IOException("the disk is full");
                }
            }
        } catch (IOException e) {
            throw new IOException("cannot append to %s: %s".formatted(file, e.getMessage()), e);
        }
    }
}
