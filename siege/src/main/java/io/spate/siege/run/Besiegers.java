package io.spate.siege.run;

import io.spate.siege.config.Amount;
import io.spate.siege.config.Login;
import io.spate.siege.config.Settings;
import io.spate.siege.config.Target;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/** What all users of a siege share, on whatever loop. Safe for use by any thread. */
final class Besiegers {
    /** Hosts beside the list's that are told of. */
    private static final int HOSTS_MAX = 100;

    private final Settings settings;
    private final List<Target> targets;
    private final List<Target> logins;
    private final Watcher watcher;
    private final Predicate<String> admitted;
    private final Set<String> known = new HashSet<>();
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    /** Touched where something failed, and read after each page. */
    private final AtomicLong failures = new AtomicLong();

    Besiegers(
            Settings settings,
            List<Target> targets,
            List<Target> logins,
            Watcher watcher,
            Predicate<String> admitted) {
        this.settings = settings;
        this.targets = targets;
        this.logins = logins;
        this.watcher = watcher;
        this.admitted = admitted;
        targets.forEach(it -> known.add(it.host()));
        logins.forEach(it -> known.add(it.host()));
    }

    Settings settings() {
        return settings;
    }

    Watcher watcher() {
        return watcher;
    }

    List<Target> targets() {
        return targets;
    }

    List<Target> logins() {
        return logins;
    }

    int targetCount() {
        return targets.size();
    }

    int loginCount() {
        return logins.size();
    }

    /** Where in the list a user begins: they spread over it, but where each goes through once. */
    int startOf(int user) {
        return switch (settings.load().amount()) {
            case Amount.Once _ -> 0;
            case Amount.Time _, Amount.Repetitions _, Amount.Endless _ ->
                    user * (targets.size() / settings.load().users());
        };
    }

    /** What to log in with where a realm is asked for. */
    Optional<Login> login(String realm) {
        var all = settings.requests().logins();
        var own = all.stream().filter(it -> it.realm().equalsIgnoreCase(realm)).findFirst();
        return own.isPresent()
                ? own
                : all.stream().filter(it -> it.realm().equals(Login.ANY)).findFirst();
    }

    /** Whether a page's part may be requested from a host. */
    boolean mayRequest(String host) {
        if (known.contains(host)) {
            return true;
        }
        if (isLeftOut(host) || !admitted.test(host)) {
            return false;
        }
        if (told.size() < HOSTS_MAX && told.add(host)) {
            watcher.otherHost(host);
        }
        return true;
    }

    private boolean isLeftOut(String host) {
        return settings.requests().noFollow().stream()
                .anyMatch(it -> host.contains(it.toLowerCase(Locale.ROOT)));
    }

    void failed() {
        failures.incrementAndGet();
    }

    long failures() {
        return failures.get();
    }

    /** Whether there were as many failures as are borne. */
    boolean givesUp() {
        int most = settings.load().failures();
        return most > 0 && failures.get() >= most;
    }
}
