package io.spate.net.route;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The addresses of this machine that users connect from, in turns; k6's {@code --local-ips}. Each
 * address has its own 28,000 ports to one target. Shared by the loops of a run.
 */
public final class SourceAddresses {
    /** How many there may be. */
    public static final int MAX = 65_536;

    private final String text;
    private final List<Inet4Address> ipv4;
    private final List<Inet6Address> ipv6;
    private final AtomicInteger turns = new AtomicInteger();

    private SourceAddresses(String text, List<InetAddress> addresses) {
        this.text = text;
        ipv4 = ofType(addresses, Inet4Address.class);
        ipv6 = ofType(addresses, Inet6Address.class);
    }

    private static <T> List<T> ofType(List<InetAddress> addresses, Class<T> type) {
        return addresses.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /**
     * Addresses, ranges and networks with commas between them: {@code
     * 127.0.0.2,127.0.0.3-127.0.0.20,10.0.0.0/28}. Of an IPv4 network the first and the last
     * address are left out, as in k6, since they are not a machine's.
     */
    public static SourceAddresses parse(String text) {
        List<InetAddress> all = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            all.addAll(Range.parse(part.strip()).addresses());
            checkCount(BigInteger.valueOf(all.size()), text);
        }
        return new SourceAddresses(text, all);
    }

    private static void checkCount(BigInteger count, String text) {
        if (count.compareTo(BigInteger.valueOf(MAX)) > 0) {
            throw new IllegalArgumentException(
                    "'%s' is more than %d addresses".formatted(text, MAX));
        }
    }

    /** Who comes next; each user asks once and keeps its turn. */
    public int nextTurn() {
        return turns.getAndIncrement() & Integer.MAX_VALUE;
    }

    /** The address from which whoever has a turn connects to a target; empty where none can. */
    public Optional<InetAddress> to(InetAddress target, int turn) {
        List<? extends InetAddress> mine = target instanceof Inet4Address ? ipv4 : ipv6;
        return mine.isEmpty() ? Optional.empty() : Optional.of(mine.get(turn % mine.size()));
    }

    /** How many there are. */
    public int count() {
        return ipv4.size() + ipv6.size();
    }

    /** As they were written. */
    @Override
    public String toString() {
        return text;
    }

    /** From one address to another of the same length, both included. */
    private record Range(BigInteger first, BigInteger last, int length) {

        static Range parse(String part) {
            int minus = part.indexOf('-');
            int slash = part.indexOf('/');
            if (minus >= 0) {
                return between(part, part.substring(0, minus), part.substring(minus + 1));
            }
            return slash >= 0
                    ? network(part, part.substring(0, slash), part.substring(slash + 1))
                    : between(part, part, part);
        }

        private static Range between(String part, String from, String to) {
            byte[] first = HostPort.literal(from).getAddress();
            byte[] last = HostPort.literal(to).getAddress();
            var range = new Range(new BigInteger(1, first), new BigInteger(1, last), first.length);
            if (first.length != last.length || range.first.compareTo(range.last) > 0) {
                throw new IllegalArgumentException(
                        "'" + part + "' is not a range from one address up to another");
            }
            return range;
        }

        private static Range network(String part, String address, String prefix) {
            byte[] bytes = HostPort.literal(address).getAddress();
            int bits = bytes.length * Byte.SIZE;
            int fixed = prefix.matches("\\d{1,3}") ? Integer.parseInt(prefix) : bits + 1;
            if (fixed > bits) {
                throw new IllegalArgumentException(
                        "'%s' is not ADDRESS/BITS with up to %d bits".formatted(part, bits));
            }
            int free = bits - fixed;
            BigInteger first = new BigInteger(1, bytes).shiftRight(free).shiftLeft(free);
            BigInteger last = first.add(BigInteger.ONE.shiftLeft(free)).subtract(BigInteger.ONE);
            boolean reserved = bytes.length == 4 && free > 1;
            return reserved
                    ? new Range(first.add(BigInteger.ONE), last.subtract(BigInteger.ONE), 4)
                    : new Range(first, last, bytes.length);
        }

        List<InetAddress> addresses() {
            BigInteger count = last.subtract(first).add(BigInteger.ONE);
            checkCount(count, address(first) + "-" + address(last));
            List<InetAddress> all = new ArrayList<>(count.intValue());
            for (int i = 0; i < count.intValue(); i++) {
                all.add(address(first.add(BigInteger.valueOf(i))));
            }
            return all;
        }

        private InetAddress address(BigInteger number) {
            byte[] digits = number.toByteArray();
            byte[] bytes = new byte[length];
            int count = Math.min(digits.length, length);
            System.arraycopy(digits, digits.length - count, bytes, length - count, count);
            try {
                return InetAddress.getByAddress(bytes);
            } catch (UnknownHostException e) {
                throw new IllegalStateException("of that length: " + Arrays.toString(bytes), e);
            }
        }
    }
}
