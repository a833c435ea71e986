package io.spate.store;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is known of a run before it begins.
 *
 * @param plan what was to be done
 * @param source what was run, as the user named it: a file, a URL
 * @param target the base URL under test; empty where there is no single one
 * @param environment what the target is part of, such as {@code staging}; empty where nobody said
 * @param startedAt when it started; kept to the millisecond
 * @param tags put on everything measured
 * @param version of Spate
 * @param machine that made the load
 * @param commit what was checked out there; empty where there is no Git or no repository
 */
public record RunFacts(
        PlanFacts plan,
        String source,
        String target,
        String environment,
        Instant startedAt,
        Map<String, String> tags,
        String version,
        Machine machine,
        Optional<Commit> commit) {
    public RunFacts {
        tags = Collections.unmodifiableMap(new TreeMap<>(tags));
    }
}
