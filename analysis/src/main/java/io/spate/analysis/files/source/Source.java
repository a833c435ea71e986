package io.spate.analysis.files.source;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** The text of a file, unpacked where it is packed by gzip, without a byte order mark. */
public final class Source implements Closeable {
    /** What is known by a file's name or content of what it is, and whom to ask for another. */
    public static final String GIVE_ANOTHER =
            "Give a result file of Spate, k6, Locust or JMeter (docs/analyze.md lists them).";

    private static final int SNIFFED = 1 << 16;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String name;
    private final Tail tail;
    private final InputStream in;
    private final String beginning;

    private Source(String name, Tail tail) throws IOException {
        this.name = name;
        this.tail = tail;
        this.in = new BufferedInputStream(tail, SNIFFED);
        in.mark(SNIFFED);
        var text = new String(in.readNBytes(SNIFFED), StandardCharsets.UTF_8);
        in.reset();
        if (text.startsWith(BYTE_ORDER_MARK)) {
            in.skipNBytes(BYTE_ORDER_MARK.getBytes(StandardCharsets.UTF_8).length);
            text = text.substring(1);
        }
        beginning = text;
    }

    /**
     * Opens a file.
     *
     * @param name as the user named it
     * @throws ResultFileException where it cannot be read
     */
    public static Source open(Path file, String name, Progress progress)
            throws ResultFileException {
        InputStream raw = null;
        try {
            if (Files.isDirectory(file)) {
                throw new ResultFileException(
                        name, 0, "this is a folder", "Name one of the files in it.", null);
            }
            raw = Files.newInputStream(file);
            var counted =
                    new BufferedInputStream(new Counted(raw, Files.size(file), progress), SNIFFED);
            return new Source(name, new Tail(unpacked(counted)));
        } catch (IOException e) {
            closeQuietly(raw);
            throw failed(name, e);
        }
    }

    private static void closeQuietly(@Nullable Closeable it) {
        try {
            if (it != null) {
                it.close();
            }
        } catch (IOException _) {
            // What went wrong before is what is told.
        }
    }

    private static InputStream unpacked(InputStream in) throws IOException {
        in.mark(2);
        boolean packed = in.read() == 0x1F && in.read() == 0x8B;
        in.reset();
        return packed ? new GZIPInputStream(in, SNIFFED) : in;
    }

    /** As the user named it. */
    public String name() {
        return name;
    }

    /** All of its text; to be read once. What it throws is for {@link #failed(IOException)}. */
    public InputStream in() {
        return in;
    }

    /** The beginning of its text, up to 64 KiB. */
    public String beginning() {
        return beginning;
    }

    /** Whether its last line, of what has been read so far, has no end. */
    public boolean endsWithinLine() {
        byte[] end = tail.end();
        return end[end.length - 1] != '\n' || tail.cutOff();
    }

    /** Whether it has been read to its end, which is another than it should be. */
    public boolean endsWithout(String end) {
        var text = new String(tail.end(), StandardCharsets.UTF_8);
        return tail.ended() && !text.stripTrailing().endsWith(end);
    }

    /** Whether it is packed, and what is packed is not whole, as far as it has been read. */
    public boolean cutOff() {
        return tail.cutOff();
    }

    /**
     * What is wrong with it.
     *
     * @param line where, from 1; 0 where that is no matter of one line
     * @param problem what, without a full stop
     * @param remedy what to do, as a sentence
     */
    public ResultFileException wrong(long line, String problem, String remedy) {
        return new ResultFileException(name, line, problem, remedy, null);
    }

    /** What is wrong with a line that is not what all its neighbours are. */
    public ResultFileException corrupt(long line, String problem) {
        return wrong(
                line,
                problem,
                "The file is damaged: write it anew, or delete this line if it does not matter.");
    }

    /** What went wrong when it was read. */
    public ResultFileException failed(IOException e) {
        return failed(name, e);
    }

    private static ResultFileException failed(String name, IOException e) {
        return switch (e) {
            case ResultFileException told -> told;
            case NoSuchFileException _ ->
                    new ResultFileException(
                            name, 0, "this file is not there", "Look for a misspelling.", e);
            case AccessDeniedException _ ->
                    new ResultFileException(
                            name, 0, "permission denied", "Make the file readable.", e);
            case ZipException _ ->
                    new ResultFileException(
                            name,
                            0,
                            "what is packed in it is damaged (%s)".formatted(e.getMessage()),
                            "Pack or copy it anew.",
                            e);
            case EOFException _ ->
                    new ResultFileException(
                            name, 0, "it is cut off at its beginning", "Copy it anew.", e);
            case FileSystemException it ->
                    new ResultFileException(
                            name, 0, "it cannot be read: " + it.getReason(), "Copy it anew.", e);
            default ->
                    new ResultFileException(
                            name, 0, "it cannot be read: " + e.getMessage(), "Copy it anew.", e);
        };
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
