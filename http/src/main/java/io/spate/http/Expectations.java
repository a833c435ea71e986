package io.spate.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a response must be for its request to count as a success. Immutable.
 *
 * @param statuses those that are expected; empty for 200 to 399
 * @param checks what else must hold, in order
 * @param judge decides in place of the status; null for none
 */
record Expectations(
        List<Integer> statuses,
        List<Check> checks,
        @Nullable Function<HttpResponse, Optional<String>> judge) {
    static final Expectations NONE = new Expectations(List.of(), List.of(), null);

    /** A condition and its name. */
    record Check(String what, Predicate<HttpResponse> holds) {}

    Expectations status(int... expected) {
        if (expected.length == 0) {
            throw new IllegalArgumentException("expectStatus needs at least one status");
        }
        for (int status : expected) {
            if (status < 100 || status > 999) {
                throw new IllegalArgumentException("a status must be 100 to 999: " + status);
            }
        }
        return new Expectations(Arrays.stream(expected).boxed().toList(), checks, judge);
    }

    Expectations check(String what, Predicate<HttpResponse> holds) {
        if (what.isBlank()) {
            throw new IllegalArgumentException("an expectation needs a text that names it");
        }
        var more = new ArrayList<>(checks);
        more.add(new Check(what, holds));
        return new Expectations(statuses, List.copyOf(more), judge);
    }

    Expectations judge(Function<HttpResponse, Optional<String>> by) {
        return new Expectations(statuses, checks, by);
    }

    /** What a whole response counts as; a value that is missing in it is a failed check. */
    Verdict verdict(HttpResponse response) {
        int status = response.status();
        boolean expected =
                statuses.isEmpty()
                        ? judge != null || RequestSeries.isExpected(status)
                        : statuses.contains(status);
        if (!expected) {
            return Verdict.failed(Verdict.STATUS, unexpected(status));
        }
        for (Check check : checks) {
            if (!holds(check, response)) {
                return Verdict.failed(Verdict.CHECK, check.what);
            }
        }
        return judge == null ? Verdict.SUCCESS : judged(judge, response);
    }

    private static boolean holds(Check check, HttpResponse response) {
        try {
            return check.holds.test(response);
        } catch (ExtractionException e) {
            return false;
        }
    }

    private static Verdict judged(
            Function<HttpResponse, Optional<String>> judge, HttpResponse response) {
        try {
            Optional<String> reason = judge.apply(response);
            return reason.isEmpty()
                    ? Verdict.SUCCESS
                    : Verdict.failed(
                            Verdict.CHECK, reason.get().isBlank() ? "judged" : reason.get());
        } catch (ExtractionException e) {
            return Verdict.failed(Verdict.CHECK, "what it is judged by is missing");
        }
    }

    private String unexpected(int status) {
        return statuses.isEmpty()
                ? "status " + status
                : "status "
                        + status
                        + ", expected "
                        + statuses.stream()
                                .map(String::valueOf)
                                .collect(Collectors.joining(" or "));
    }
}
