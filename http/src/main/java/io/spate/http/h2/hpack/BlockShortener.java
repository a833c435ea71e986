package io.spate.http.h2.hpack;

import io.spate.http.wire.ByteWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Shortens the blocks of {@link RequestEncoder} for one connection: a field that was sent before is
 * named by its place in the dynamic table (RFC 7541, section 2.3.2), which takes the server less
 * time than to read the field. Belongs to one connection, whose blocks must be sent in the order in
 * which they were shortened, all of them.
 *
 * <p>The table is only added to, and nothing is once it is full. So what every request has, the
 * first one has put there for good, and a header that is another in each request cannot drive it
 * out.
 */
public final class BlockShortener {
    /** What a server allows until it says otherwise; more is not taken either. */
    public static final int TABLE_BYTES_MAX = 4096;

    /** How many values of a name are remembered. */
    private static final int VALUES_MAX = 8;

    private static final int REMEMBERED = 0x40;
    private static final int TABLE_SIZE = 0x20;

    /** Of a first byte, what tells a field in letters, which may be remembered, from others. */
    private static final int KIND = 0xf0;

    private final List<Entry> table = new ArrayList<>();
    private int bytesMax = TABLE_BYTES_MAX;
    private int bytesLeft = TABLE_BYTES_MAX;
    private boolean resized;

    /**
     * Of the field read last: where its name ends, where it ends, and what it counts in a table.
     */
    private int nameEnd;

    private int end;
    private int size;

    /** A field as the encoder has written it, its name first. */
    private static final class Entry {
        private final byte[] field;
        private final int nameLength;

        Entry(byte[] field, int nameLength) {
            this.field = field;
            this.nameLength = nameLength;
        }

        boolean is(byte[] block, int from, int end) {
            return Arrays.equals(field, 0, field.length, block, from, end);
        }

        boolean isNamed(byte[] block, int from, int end) {
            return Arrays.equals(field, 0, nameLength, block, from, end);
        }
    }

    /**
     * Takes note of how large the server lets the table be.
     *
     * @param bytes from 0
     */
    public void limit(int bytes) {
        int max = Math.min(bytes, TABLE_BYTES_MAX);
        if (max != bytesMax) {
            table.clear();
            bytesMax = max;
            bytesLeft = max;
            resized = true;
        }
    }

    /** Appends a block that means the same on this connection. */
    public void shorten(byte[] block, int length, ByteWriter out) {
        if (resized) {
            // To nothing first, so that the server forgets what is forgotten here.
            Integers.put(TABLE_SIZE, 5, 0, out);
            Integers.put(TABLE_SIZE, 5, bytesMax, out);
            resized = false;
        }
        for (int at = 0; at < length; at = end) {
            read(block, at);
            if ((block[at] & KIND) == RequestEncoder.LITERAL) {
                putLiteral(block, at, out);
            } else {
                out.put(block, at, end - at);
            }
        }
    }

    private void putLiteral(byte[] block, int from, ByteWriter out) {
        int index = indexOf(block, from);
        if (index > 0) {
            Integers.put(RequestEncoder.INDEXED, 7, index, out);
        } else if (remember(block, from)) {
            putRemembered(block, from, out);
        } else {
            out.put(block, from, end - from);
        }
    }

    private void read(byte[] block, int from) {
        if ((block[from] & RequestEncoder.INDEXED) != 0) {
            end = Integers.end(block, from, 7);
            return;
        }
        int name = Integers.get(block, from, 4);
        int at = Integers.end(block, from, 4);
        int nameBytes;
        if (name > 0) {
            nameBytes = StaticTable.field(name).nameLength();
            nameEnd = at;
        } else {
            nameBytes = Integers.get(block, at, 7);
            nameEnd = Integers.end(block, at, 7) + nameBytes;
        }
        int valueBytes = Integers.get(block, nameEnd, 7);
        end = Integers.end(block, nameEnd, 7) + valueBytes;
        size = nameBytes + valueBytes + Field.OVERHEAD;
    }

    /** The index of a field in the table, where the newest comes first; 0 where it is not there. */
    private int indexOf(byte[] block, int from) {
        int count = table.size();
        for (int i = 0; i < count; i++) {
            if (table.get(i).is(block, from, end)) {
                return StaticTable.SIZE + count - i;
            }
        }
        return 0;
    }

    private boolean remember(byte[] block, int from) {
        if (size > bytesLeft) {
            return false;
        }
        int values = 0;
        for (Entry entry : table) {
            values += entry.isNamed(block, from, nameEnd) ? 1 : 0;
        }
        if (values == VALUES_MAX) {
            return false;
        }
        table.add(new Entry(Arrays.copyOfRange(block, from, end), nameEnd - from));
        bytesLeft -= size;
        return true;
    }

    private void putRemembered(byte[] block, int from, ByteWriter out) {
        int name = Integers.get(block, from, 4);
        Integers.put(REMEMBERED, 6, name, out);
        int rest = Integers.end(block, from, 4);
        out.put(block, rest, end - rest);
    }
}
