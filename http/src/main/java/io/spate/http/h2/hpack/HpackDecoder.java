package io.spate.http.h2.hpack;

import io.spate.http.wire.ByteWriter;
import java.util.Arrays;

/**
 * Decodes header blocks (RFC 7541, section 6), each field as a line {@code name: value} as HTTP/1.1
 * has it. Blocks must be decoded in the order of their arrival, all of them, since the dynamic
 * table follows from them. Belongs to one connection.
 */
public final class HpackDecoder {
    private final int tableBytesMax;
    private final int listBytesMax;
    private final DynamicTable table;
    private byte[] in = {};
    private int at;
    private int end;

    /** Where the string read last starts in the output. */
    private int stringStart;

    /**
     * A decoder with an empty table.
     *
     * @param tableBytesMax what the peer was told that the table may hold
     * @param listBytesMax how large the fields of a block may be in all, with 32 bytes for each
     */
    public HpackDecoder(int tableBytesMax, int listBytesMax) {
        this.tableBytesMax = tableBytesMax;
        this.listBytesMax = listBytesMax;
        table = new DynamicTable(tableBytesMax);
    }

    /** Takes the fields of a block. */
    @FunctionalInterface
    public interface Fields {
        /**
         * Takes a field, whose line is the last in the output; it may take the line back.
         *
         * @param line where the line starts
         * @param value where the value starts; two bytes, colon and blank, stand before it
         */
        void field(ByteWriter out, int line, int value);
    }

    /** How often the dynamic table has changed; a block means the same until that moves on. */
    public long changes() {
        return table.changes();
    }

    /** Decodes a whole block. */
    public void decode(byte[] block, int from, int to, ByteWriter out, Fields fields)
            throws HpackException {
        in = block;
        at = from;
        end = to;
        boolean sizeMayChange = true;
        int left = listBytesMax;
        while (at < end) {
            int first = in[at] & 0xff;
            if ((first & 0xe0) == 0x20) {
                resize(sizeMayChange);
                continue;
            }
            sizeMayChange = false;
            int line = out.length();
            int value;
            if ((first & 0x80) != 0) {
                value = putField(index(integer(7)), out);
            } else {
                boolean remembered = (first & 0x40) != 0;
                value = putLiteral(integer(remembered ? 6 : 4), out);
                if (remembered) {
                    table.add(lastField(out, line, value));
                }
            }
            left -= out.length() - line - 2 + Field.OVERHEAD;
            if (left < 0) {
                throw HpackException.tooLarge();
            }
            out.line();
            fields.field(out, line, value);
        }
    }

    private void resize(boolean allowed) throws HpackException {
        int size = integer(5);
        if (!allowed || size > tableBytesMax) {
            throw HpackException.malformed("bad change of the table's size");
        }
        table.resize(size);
    }

    private int putField(Field field, ByteWriter out) {
        putName(field, out);
        int value = out.length();
        out.put(field.bytes(), field.nameLength(), field.valueLength());
        return value;
    }

    private static void putName(Field field, ByteWriter out) {
        out.put(field.bytes(), 0, field.nameLength()).put(':').put(' ');
    }

    private int putLiteral(int nameIndex, ByteWriter out) throws HpackException {
        if (nameIndex == 0) {
            string(out);
            out.put(':').put(' ');
        } else {
            putName(index(nameIndex), out);
        }
        string(out);
        return stringStart;
    }

    private static Field lastField(ByteWriter out, int line, int value) {
        int nameLength = value - 2 - line;
        byte[] bytes = Arrays.copyOfRange(out.array(), line, out.length() - 2);
        System.arraycopy(out.array(), value, bytes, nameLength, out.length() - value);
        return new Field(bytes, nameLength);
    }

    private Field index(int index) throws HpackException {
        if (index >= 1 && index <= StaticTable.SIZE) {
            return StaticTable.field(index);
        }
        int dynamic = index - StaticTable.SIZE - 1;
        if (index == 0 || dynamic >= table.count()) {
            throw HpackException.malformed("no field " + (index == 0 ? "0" : "of such an index"));
        }
        return table.get(dynamic);
    }

    private void string(ByteWriter out) throws HpackException {
        if (at == end) {
            throw HpackException.malformed("a block ends within a field");
        }
        boolean packed = (in[at] & 0x80) != 0;
        int length = integer(7);
        if (length > end - at) {
            throw HpackException.malformed("a string longer than its block");
        }
        stringStart = out.length();
        if (packed) {
            Huffman.decode(in, at, at + length, out);
        } else {
            out.put(in, at, length);
        }
        at += length;
    }

    /** A number whose first byte has so many bits for it (RFC 7541, section 5.1). */
    private int integer(int prefixBits) throws HpackException {
        int max = (1 << prefixBits) - 1;
        int value = in[at++] & max;
        if (value < max) {
            return value;
        }
        for (int shift = 0; shift <= 21 && at < end; shift += 7) {
            int next = in[at++];
            value += (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw HpackException.malformed("a number without end");
    }
}
