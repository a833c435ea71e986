package io.spate.redis;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Which server of a cluster has which keys, as far as its servers have told. Belongs to a loop.
 *
 * @see <a href="https://redis.io/docs/latest/operate/oss_and_stack/reference/cluster-spec/">Redis
 *     cluster specification</a>
 */
final class Slots {
    static final int COUNT = 1 << 14;
    private static final int POLYNOMIAL = 0x1021;

    private final Servers.Cluster cluster;
    private final @Nullable Address[] owners = new @Nullable Address[COUNT];

    Slots(Servers.Cluster cluster) {
        this.cluster = cluster;
    }

    /** Who is to be asked for a key; anyone where nothing is known. */
    Address owner(Optional<String> key) {
        var known = key.map(it -> owners[slot(it)]);
        return known.orElseGet(this::anyone);
    }

    private Address anyone() {
        var known = cluster.known();
        return known.get(ThreadLocalRandom.current().nextInt(known.size()));
    }

    /** Takes what a server has told. */
    void owned(int slot, Address by) {
        if (slot >= 0 && slot < COUNT) {
            owners[slot] = by;
        }
    }

    /** Forgets a server that cannot be reached. */
    void gone(Address server) {
        for (int i = 0; i < COUNT; i++) {
            if (server.equals(owners[i])) {
                owners[i] = null;
            }
        }
    }

    /** Of the part in the first braces, where something stands in them. */
    static int slot(String key) {
        int open = key.indexOf('{');
        int close = key.indexOf('}', open + 1);
        var part = open >= 0 && close > open + 1 ? key.substring(open + 1, close) : key;
        return crc16(part.getBytes(StandardCharsets.UTF_8)) % COUNT;
    }

    /** CRC-16/XMODEM. */
    private static int crc16(byte[] bytes) {
        int crc = 0;
        for (byte each : bytes) {
            crc ^= (each & 0xFF) << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) == 0 ? crc << 1 : crc << 1 ^ POLYNOMIAL;
            }
            crc &= 0xFFFF;
        }
        return crc;
    }
}
