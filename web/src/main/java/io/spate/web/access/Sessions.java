package io.spate.web.access;

import io.spate.metrics.Ticker;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The sessions of browsers. Bounded: where there are too many the oldest ends. */
final class Sessions {
    static final int SESSIONS_MAX = 1_000;
    private static final long IDLE_NANOS = Duration.ofHours(12).toNanos();
    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Session> sessions = new LinkedHashMap<>();
    private final Ticker ticker;

    /**
     * A browser's session.
     *
     * @param csrf what its requests that change something have to bring
     */
    record Session(Role role, String csrf, long seenNanos) {}

    Sessions(Ticker ticker) {
        this.ticker = ticker;
    }

    /** A text that nobody guesses. */
    String newToken() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Opens one; returns what the cookie holds. */
    synchronized String open(Role role) {
        if (sessions.size() >= SESSIONS_MAX) {
            sessions.remove(sessions.keySet().iterator().next());
        }
        var id = newToken();
        sessions.put(id, new Session(role, newToken(), ticker.nanoTime()));
        return id;
    }

    synchronized Optional<Session> find(String id) {
        var session = sessions.get(id);
        if (session == null) {
            return Optional.empty();
        }
        long now = ticker.nanoTime();
        if (now - session.seenNanos > IDLE_NANOS) {
            sessions.remove(id);
            return Optional.empty();
        }
        var seen = new Session(session.role, session.csrf, now);
        sessions.put(id, seen);
        return Optional.of(seen);
    }

    synchronized void close(String id) {
        sessions.remove(id);
    }
}
