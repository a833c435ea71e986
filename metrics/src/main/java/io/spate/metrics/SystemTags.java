package io.spate.metrics;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names of the tags that k6 sets itself on the samples of a run. */
public final class SystemTags {
    /** Those that outputs show where nobody chooses. */
    public static final List<String> SHOWN =
            List.of(
                    "proto",
                    "subproto",
                    "status",
                    "method",
                    "url",
                    "name",
                    "group",
                    "check",
                    "error",
                    "error_code",
                    "tls_version",
                    "scenario",
                    "service",
                    "expected_response");

    /** All there are. */
    public static final Set<String> ALL =
            Stream.concat(SHOWN.stream(), Stream.of("iter", "vu", "ocsp_status", "ip"))
                    .collect(Collectors.toUnmodifiableSet());

    private SystemTags() {}
}
