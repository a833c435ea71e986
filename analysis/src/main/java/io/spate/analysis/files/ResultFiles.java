package io.spate.analysis.files;

import io.spate.analysis.files.source.Progress;
import io.spate.analysis.files.source.ResultFileException;
import io.spate.analysis.files.source.Source;
import java.io.IOException;
import java.nio.file.Path;

/** Reads result files of Spate and of other tools. */
public final class ResultFiles {
    private ResultFiles() {}

    /**
     * Reads a file, whose format is told by its content and not by its name; gzip is unpacked.
     *
     * @param file where it is
     * @param name as the user named it, for messages
     * @param progress is told how far the reading has come
     * @throws ResultFileException where it is missing, empty, damaged or of another kind; the
     *     message names the file, the line, and what to do
     */
    public static ResultFile read(Path file, String name, Progress progress)
            throws ResultFileException {
        try (var source = Source.open(file, name, progress)) {
            return read(source);
        } catch (ResultFileException e) {
            throw e;
        } catch (IOException e) {
            throw new ResultFileException(
                    name, 0, "it cannot be read: " + e.getMessage(), "Copy it anew.", e);
        }
    }

    private static ResultFile read(Source source) throws IOException {
        var beginning = source.beginning().stripLeading();
        if (beginning.isEmpty()) {
            throw source.wrong(0, "it is empty", Source.GIVE_ANOTHER);
        }
        return document(source);
    }

    private static ResultFile document(Source source) throws ResultFileException {
        var document = JsonDocument.read(source);
        if (SpateResults.recognizes(document)) {
            return SpateResults.read(document);
        }
        if (SimpleResults.recognizes(document)) {
            return SimpleResults.read(document);
        }
        throw source.wrong(0, "this is JSON, but no results that Spate knows", Source.GIVE_ANOTHER);
    }
}
