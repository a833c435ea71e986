package io.spate.web.access;

import io.spate.metrics.Ticker;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down those who guess: after five wrong passwords from an address it has to wait, twice as
 * long after each further one, up to five minutes. All addresses together have a limit too, as an
 * attacker may have many.
 */
final class LoginLimit {
    static final int FREE = 5;
    private static final int FREE_OF_ALL = 100;
    private static final int ADDRESSES_MAX = 1_000;
    private static final long SECOND = 1_000_000_000L;
    private static final long WAIT_MAX = 300 * SECOND;
    private static final String ALL = "";

    private final Map<String, Tries> byAddress = new LinkedHashMap<>();
    private final Ticker ticker;

    private record Tries(int wrong, long latestNanos, long untilNanos) {}

    LoginLimit(Ticker ticker) {
        this.ticker = ticker;
    }

    /** How many seconds an address has to wait; 0 where it may try. */
    synchronized long waitSeconds(String address) {
        return Math.max(left(address), left(ALL));
    }

    private long left(String address) {
        var tries = byAddress.get(address);
        long left = tries == null ? 0 : tries.untilNanos - ticker.nanoTime();
        return left <= 0 ? 0 : Math.ceilDiv(left, SECOND);
    }

    /** Counts a wrong password. */
    synchronized void wrong(String address) {
        count(address, FREE);
        count(ALL, FREE_OF_ALL);
    }

    private void count(String address, int free) {
        long now = ticker.nanoTime();
        var before = byAddress.remove(address);
        int earlier = before == null || now - before.latestNanos > 2 * WAIT_MAX ? 0 : before.wrong;
        int wrong = earlier + 1;
        long wait = wrong < free ? 0 : Math.min(WAIT_MAX, SECOND << Math.min(20, wrong - free));
        if (byAddress.size() >= ADDRESSES_MAX) {
            byAddress.remove(byAddress.keySet().iterator().next());
        }
        byAddress.put(address, new Tries(wrong, now, now + wait));
    }

    /** Forgets what an address did before it gave the right password. */
    synchronized void right(String address) {
        byAddress.remove(address);
    }
}
