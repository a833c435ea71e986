package io.spate.script.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Opens files of data. */
final class DataFile {
    private static final int BYTE_ORDER_MARK = 0xfeff;

    private DataFile() {}

    /**
     * Its text, from behind a byte order mark. What is not UTF-8 throws {@link
     * java.nio.charset.CharacterCodingException} where it is read.
     */
    static BufferedReader open(String path, Path folder) throws InvalidDataException, IOException {
        var file = existing(path, folder);
        var decoder = StandardCharsets.UTF_8.newDecoder();
        var reader =
                new BufferedReader(
                        new InputStreamReader(Files.newInputStream(file), decoder), 1 << 16);
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }

    private static Path existing(String path, Path folder) throws InvalidDataException {
        Path file;
        try {
            file = folder.resolve(path);
        } catch (InvalidPathException invalid) {
            throw new InvalidDataException(path, 0, "not a path: " + invalid.getReason());
        }
        if (Files.isDirectory(file)) {
            throw new InvalidDataException(path, 0, "this is a folder; name a file in it");
        }
        if (!Files.exists(file)) {
            throw new InvalidDataException(
                    path,
                    0,
                    "there is no such file in %s, the folder of the test%s"
                            .formatted(
                                    folder.toAbsolutePath().normalize(), NearestFile.hint(file)));
        }
        return file;
    }

    static InvalidDataException unreadable(String path, IOException why) {
        return new InvalidDataException(path, 0, "cannot be read: " + why.getMessage());
    }

    static InvalidDataException notUtf8(String path, long line) {
        return new InvalidDataException(
                path, line, "after this line comes what is not UTF-8: save the file as UTF-8");
    }
}
