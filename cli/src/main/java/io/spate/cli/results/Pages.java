package io.spate.cli.results;

import io.spate.cli.process.ExitCode;
import io.spate.cli.process.SpateProcess;
import io.spate.cli.process.UsageException;
import io.spate.report.html.HtmlReport;
import java.io.IOException;

/** Pages of what is no run. */
public final class Pages {
    private Pages() {}

    /**
     * Writes one, and says where it is.
     *
     * @param name of the file, as the user gave it
     * @param document JSON that {@link HtmlReport} knows
     * @throws UsageException where it cannot be written
     */
    public static void write(SpateProcess process, String name, String document) {
        var file = process.file(name);
        ReportFiles.makeFolderOf(file);
        try {
            HtmlReport.write(document, file);
        } catch (IOException e) {
            throw new UsageException(String.valueOf(e.getMessage()), ExitCode.FAILED);
        }
        process.err().println("Wrote the page to " + name);
    }
}
