package io.spate.http.h2.hpack;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The fields that both sides know from the start (RFC 7541, appendix A). */
final class StaticTable {
    static final int SIZE = 61;

    private static final String FIELDS =
            """
            :authority
            :method GET
            :method POST
            :path /
            :path /index.html
            :scheme http
            :scheme https
            :status 200
            :status 204
            :status 206
            :status 304
            :status 400
            :status 404
            :status 500
            accept-charset
            accept-encoding gzip, deflate
            accept-language
            accept-ranges
            accept
            access-control-allow-origin
            age
            allow
            authorization
            cache-control
            content-disposition
            content-encoding
            content-language
            content-length
            content-location
            content-range
            content-type
            cookie
            date
            etag
            expect
            expires
            from
            host
            if-match
            if-modified-since
            if-none-match
            if-range
            if-unmodified-since
            last-modified
            link
            location
            max-forwards
            proxy-authenticate
            proxy-authorization
            range
            referer
            refresh
            retry-after
            server
            set-cookie
            strict-transport-security
            transfer-encoding
            user-agent
            vary
            via
            www-authenticate
            """;

    private static final Field[] TABLE = table();

    /** By length, the indexes of names of that length that are no pseudo-headers. */
    private static final byte[][] BY_LENGTH = byLength();

    private StaticTable() {}

    private static Field[] table() {
        return FIELDS.lines().map(StaticTable::field).toArray(Field[]::new);
    }

    private static Field field(String line) {
        int blank = line.indexOf(' ');
        String name = blank < 0 ? line : line.substring(0, blank);
        String value = blank < 0 ? "" : line.substring(blank + 1);
        byte[] bytes = (name + value).getBytes(StandardCharsets.US_ASCII);
        return new Field(bytes, name.length());
    }

    private static byte[][] byLength() {
        byte[][] found = new byte[32][0];
        for (int index = 1; index <= SIZE; index++) {
            Field field = TABLE[index - 1];
            if (field.bytes()[0] != ':') {
                byte[] before = found[field.nameLength()];
                byte[] more = Arrays.copyOf(before, before.length + 1);
                more[before.length] = (byte) index;
                found[field.nameLength()] = more;
            }
        }
        return found;
    }

    /** The field of an index from 1 to {@link #SIZE}. */
    static Field field(int index) {
        return TABLE[index - 1];
    }

    /** The index of a name in lower case; 0 where there is none. */
    static int indexOf(byte[] bytes, int from, int length) {
        if (length >= BY_LENGTH.length) {
            return 0;
        }
        for (byte index : BY_LENGTH[length]) {
            byte[] name = TABLE[index - 1].bytes();
            int at = 0;
            while (at < length && name[at] == bytes[from + at]) {
                at++;
            }
            if (at == length) {
                return index;
            }
        }
        return 0;
    }
}
