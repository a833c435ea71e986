package io.spate.store;

import java.time.Instant;
import java.util.Optional;

/**
 * Which runs are wanted.
 *
 * @param test the name of the test
 * @param planKey of the same test under the same load
 * @param environment what the target is part of
 * @param text what stands in the name, target, source, notes or branch, or begins the id; in any
 *     case
 * @param since the earliest start
 * @param offset how many of the newest are left out, not negative
 * @param limit the most that are wanted, at least 1
 */
public record RunFilter(
        Optional<String> test,
        Optional<String> planKey,
        Optional<String> environment,
        Optional<String> text,
        Optional<Instant> since,
        int offset,
        int limit) {
    /** All, as far as one page holds them. */
    public static final RunFilter ALL =
            new RunFilter(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    0,
                    50);

    public RunFilter {
        if (offset < 0 || limit < 1) {
            throw new IllegalArgumentException("no page: %d from %d on".formatted(limit, offset));
        }
    }

    /** Of one test. */
    public RunFilter withTest(String name) {
        return new RunFilter(Optional.of(name), planKey, environment, text, since, offset, limit);
    }

    /** Of one plan, by its key. */
    public RunFilter withPlanKey(String key) {
        return new RunFilter(test, Optional.of(key), environment, text, since, offset, limit);
    }

    /** In one environment. */
    public RunFilter withEnvironment(String name) {
        return new RunFilter(test, planKey, Optional.of(name), text, since, offset, limit);
    }

    /** With a text in it. */
    public RunFilter withText(String part) {
        return new RunFilter(test, planKey, environment, Optional.of(part), since, offset, limit);
    }

    /** Started at an instant or later. */
    public RunFilter withSince(Instant earliest) {
        return new RunFilter(
                test, planKey, environment, text, Optional.of(earliest), offset, limit);
    }

    /** Another page. */
    public RunFilter page(int from, int count) {
        return new RunFilter(test, planKey, environment, text, since, from, count);
    }
}
