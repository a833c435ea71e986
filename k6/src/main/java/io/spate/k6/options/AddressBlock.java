package io.spate.k6.options;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.List;

/**
 * A block of addresses, such as {@code 10.0.0.0/8}.
 *
 * @param start any address in it
 * @param prefix how many bits of it all have in common
 */
public record AddressBlock(InetAddress start, int prefix) {

    /**
     * Reads a block as CIDR writes it; an address alone is a block too.
     *
     * @throws IllegalArgumentException where it is none
     */
    static AddressBlock parse(String text) {
        int slash = text.indexOf('/');
        var literal = slash < 0 ? text : text.substring(0, slash);
        try {
            var start = InetAddress.ofLiteral(literal);
            int bits = start.getAddress().length * 8;
            int prefix = slash < 0 ? bits : Integer.parseInt(text.substring(slash + 1));
            if (prefix < 0 || prefix > bits) {
                throw new IllegalArgumentException("0 to %d bits".formatted(bits));
            }
            return new AddressBlock(start, prefix);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "'%s' is no block of addresses such as 10.0.0.0/8: %s"
                            .formatted(text, e.getMessage()),
                    e);
        }
    }

    /** Whether any block has an address. */
    public static boolean anyHas(List<AddressBlock> blocks, InetAddress address) {
        return blocks.stream().anyMatch(it -> it.has(address));
    }

    private boolean has(InetAddress address) {
        byte[] own = start.getAddress();
        byte[] other = address.getAddress();
        int rest = own.length * 8 - prefix;
        return own.length == other.length
                && new BigInteger(1, own)
                        .shiftRight(rest)
                        .equals(new BigInteger(1, other).shiftRight(rest));
    }
}
