package io.spate.script.data;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rows as bytes in blocks, one behind the other. A field is a byte for its kind, its length (seven
 * bits a byte, the lowest first), and its text in UTF-8. So a million rows are a handful of objects
 * for the collector.
 */
final class PackedTable implements Table {
    /** A row stands in one block, so this limits its length too. */
    static final int BLOCK = 1 << 22;

    /** Of all fields together. */
    static final long BYTES_MAX = 1L << 30;

    private static final byte TEXT = 't';
    private static final byte JSON = 'j';
    private static final byte NULL = 'n';

    private final List<String> columns;
    private final byte[][] blocks;

    /** For each row its block's number times the length of a block, and its place in the block. */
    private final long[] starts;

    private PackedTable(List<String> columns, byte[][] blocks, long[] starts) {
        this.columns = columns;
        this.blocks = blocks;
        this.starts = starts;
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public int size() {
        return starts.length;
    }

    @Override
    public void read(int row, Sink sink) {
        byte[] block = blocks[(int) (starts[row] / BLOCK)];
        int at = (int) (starts[row] % BLOCK);
        for (var column : columns) {
            byte kind = block[at++];
            int length = 0;
            int shift = 0;
            byte next;
            do {
                next = block[at++];
                length |= (next & 0x7f) << shift;
                shift += 7;
            } while (next < 0);
            sink.field(column, value(kind, block, at, length));
            at += length;
        }
    }

    private static @Nullable Object value(byte kind, byte[] block, int at, int length) {
        return switch (kind) {
            case TEXT -> new String(block, at, length, StandardCharsets.UTF_8);
            case NULL -> null;
            default -> Json.MAPPER.readValue(block, at, length, Object.class);
        };
    }

    /** Takes the rows of a table. */
    static final class Builder {
        private final String file;
        private final List<byte[]> blocks = new ArrayList<>();
        private byte[] row = new byte[1024];
        private int rowLength;
        private byte[] block = new byte[1024];
        private int used;
        private long[] starts = new long[1024];
        private int rows;
        private long total;

        Builder(String file) {
            this.file = file;
        }

        void text(String value) {
            field(TEXT, value.getBytes(StandardCharsets.UTF_8));
        }

        /** A value in JSON. */
        void json(String value) {
            field(JSON, value.getBytes(StandardCharsets.UTF_8));
        }

        void nothing() {
            field(NULL, new byte[0]);
        }

        private void field(byte kind, byte[] bytes) {
            int length = rowLength + bytes.length + 6;
            if (length > row.length) {
                row = Arrays.copyOf(row, Math.max(length, 2 * row.length));
            }
            row[rowLength++] = kind;
            int rest = bytes.length;
            while (rest > 0x7f) {
                row[rowLength++] = (byte) (rest | 0x80);
                rest >>>= 7;
            }
            row[rowLength++] = (byte) rest;
            System.arraycopy(bytes, 0, row, rowLength, bytes.length);
            rowLength += bytes.length;
        }

        /** Ends a row whose fields have been given, all columns in their order. */
        void endRow(long line) throws InvalidDataException {
            check(line);
            if (used + rowLength > BLOCK) {
                blocks.add(Arrays.copyOf(block, used));
                used = 0;
            }
            if (used + rowLength > block.length) {
                int wanted = Math.max(used + rowLength, 2 * block.length);
                block = Arrays.copyOf(block, Math.min(BLOCK, wanted));
            }
            System.arraycopy(row, 0, block, used, rowLength);
            if (rows == starts.length) {
                starts = Arrays.copyOf(starts, 2 * rows);
            }
            starts[rows++] = (long) blocks.size() * BLOCK + used;
            used += rowLength;
            rowLength = 0;
        }

        private void check(long line) throws InvalidDataException {
            total += rowLength;
            if (rowLength > BLOCK) {
                throw new InvalidDataException(
                        file, line, "this row is longer than 4 MiB: keep rows short");
            }
            if (rows == ROWS_MAX) {
                throw new InvalidDataException(
                        file,
                        line,
                        "more than %,d rows: split the file, or take a part of it"
                                .formatted(ROWS_MAX));
            }
            if (total > BYTES_MAX) {
                throw new InvalidDataException(
                        file,
                        line,
                        "more than 1 GiB of data: leave out columns, or take a part of it");
            }
        }

        int rows() {
            return rows;
        }

        PackedTable build(List<String> columns) {
            blocks.add(Arrays.copyOf(block, used));
            return new PackedTable(
                    columns, blocks.toArray(byte[][]::new), Arrays.copyOf(starts, rows));
        }
    }

    /** Made when the first value that is no text is read: most files have none. */
    private static final class Json {
        private static final JsonMapper MAPPER = JsonMapper.shared();
    }
}
