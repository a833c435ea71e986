package io.spate.k6.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Files in the tar format: POSIX.1-1988 ("ustar"), whose names of over 100 bytes stand in a record
 * of GNU's or in one of POSIX.1-2001's.
 */
final class Tar {
    private static final int BLOCK = 512;
    private static final int NAME_MAX = 100;
    private static final long BYTES_MAX = 1L << 30;
    private static final int FILES_MAX = 100_000;

    private Tar() {}

    /** Writes files by name. */
    static void write(Map<String, byte[]> files, OutputStream out) throws IOException {
        for (var file : files.entrySet()) {
            var name = file.getKey().getBytes(StandardCharsets.UTF_8);
            if (name.length > NAME_MAX) {
                entry(out, "././@LongLink".getBytes(StandardCharsets.UTF_8), 'L', terminated(name));
            }
            var kept = name.length > NAME_MAX ? java.util.Arrays.copyOf(name, NAME_MAX) : name;
            entry(out, kept, '0', file.getValue());
        }
        out.write(new byte[2 * BLOCK]);
    }

    private static byte[] terminated(byte[] name) {
        return java.util.Arrays.copyOf(name, name.length + 1);
    }

    private static void entry(OutputStream out, byte[] name, char type, byte[] content)
            throws IOException {
        var head = new byte[BLOCK];
        System.arraycopy(name, 0, head, 0, name.length);
        put(head, 100, "0000644\0");
        put(head, 108, "0000000\0");
        put(head, 116, "0000000\0");
        put(head, 124, String.format("%011o\0", content.length));
        put(head, 136, "00000000000\0");
        put(head, 148, "        ");
        head[156] = (byte) type;
        put(head, 257, "ustar\00000");
        int sum = 0;
        for (byte each : head) {
            sum += each & 0xFF;
        }
        put(head, 148, String.format("%06o\0 ", sum));
        out.write(head);
        out.write(content);
        out.write(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
    }

    private static void put(byte[] head, int at, String text) {
        var bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, head, at, bytes.length);
    }

    /**
     * Reads all files, by name.
     *
     * @throws IOException where it is no archive, or has over 1 GiB
     */
    static Map<String, byte[]> read(InputStream in) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        var longName = "";
        long total = 0;
        while (true) {
            var head = in.readNBytes(BLOCK);
            if (head.length == 0 || isZero(head)) {
                return files;
            }
            if (head.length < BLOCK) {
                throw new IOException("the archive ends within an entry");
            }
            long size = octal(head, 124, 12);
            total += size;
            if (size < 0 || total > BYTES_MAX || files.size() > FILES_MAX) {
                throw new IOException("the archive is no tar file, or has over 1 GiB");
            }
            var content = in.readNBytes((int) size);
            in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
            var name = longName.isEmpty() ? name(head) : longName;
            longName = "";
            switch (head[156]) {
                case 'L' -> longName = text(content, 0, content.length);
                case 'x' -> longName = paxPath(content);
                case '0', 0 -> files.put(name, content);
                default -> {}
            }
        }
    }

    private static boolean isZero(byte[] head) {
        for (byte each : head) {
            if (each != 0) {
                return false;
            }
        }
        return true;
    }

    private static String name(byte[] head) {
        var name = text(head, 0, NAME_MAX);
        boolean prefixed = text(head, 257, 6).startsWith("ustar") && head[345] != 0;
        return prefixed ? text(head, 345, 155) + "/" + name : name;
    }

    private static String text(byte[] bytes, int from, int length) {
        var text = new ByteArrayOutputStream();
        for (int i = from; i < from + length && bytes[i] != 0; i++) {
            text.write(bytes[i]);
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    private static long octal(byte[] head, int from, int length) throws IOException {
        try {
            var digits = text(head, from, length).strip();
            return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
        } catch (NumberFormatException e) {
            throw new IOException("this is no tar file", e);
        }
    }

    /** The name among records of {@code LENGTH KEY=VALUE} with line ends. */
    private static String paxPath(byte[] records) {
        for (var line : new String(records, StandardCharsets.UTF_8).split("\n", -1)) {
            int key = line.indexOf(" path=");
            if (key > 0) {
                return line.substring(key + " path=".length());
            }
        }
        return "";
    }
}
