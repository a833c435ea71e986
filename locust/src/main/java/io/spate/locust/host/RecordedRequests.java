package io.spate.locust.host;

import io.spate.locust.stats.FailureEntry;
import io.spate.locust.stats.Tally;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Recorder;
import io.spate.metrics.Tags;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Records what Locust counts, so that all that is shown, kept and sent elsewhere of a run says the
 * same as Locust's own tables: whether a request failed is for the script to say. Belongs to a
 * loop.
 */
final class RecordedRequests implements Tally {
    /** Errors of one method and name that are told apart; later ones go under one text. */
    private static final int ERRORS_MAX = 16;

    private static final String OTHER = "(other)";

    /** What {@code raise_for_status} says, with the status. */
    private static final Pattern STATUS =
            Pattern.compile("HTTPError\\(['\"](\\d{3}) (?:Client|Server) Error");

    private final Recorder recorder;
    private final Tags tags;

    RecordedRequests(Recorder recorder, Tags tags) {
        this.recorder = recorder;
        this.tags = tags;
    }

    @Override
    public Kind of(String method, String name) {
        return new Recorded(tags.with("method", method).with("name", name).with("url", name));
    }

    private final class Recorded implements Kind {
        private final Tags own;
        private final Map<String, Numbers> failures = new HashMap<>();
        private @Nullable Numbers passed;

        Recorded(Tags own) {
            this.own = own;
        }

        @Override
        public void passed(double millis) {
            var known = passed;
            if (known == null) {
                known = new Numbers(own.with("expected_response", "true"));
                passed = known;
            }
            known.record(millis, 0);
        }

        @Override
        public void failed(double millis, String error) {
            var known = failures.get(error);
            if (known == null) {
                var key = failures.size() < ERRORS_MAX ? error : OTHER;
                known = failures.computeIfAbsent(key, it -> new Numbers(tagged(it)));
            }
            known.record(millis, 1);
        }

        /** As requests are tagged whose status made them fail, where that is what happened. */
        private Tags tagged(String error) {
            var failed = own.with("expected_response", "false").with("error", error);
            var status = STATUS.matcher(error);
            return status.find()
                    ? failed.with("status", status.group(1)).with("error_kind", "status")
                    : failed.with("error_kind", FailureEntry.shown(error));
        }
    }

    /** The numbers of the series of one outcome. */
    private final class Numbers {
        private final int requests;
        private final int failed;
        private final int duration;
        private final int responseTime;

        Numbers(Tags all) {
            requests = recorder.series(BuiltinMetrics.HTTP_REQS, all);
            failed = recorder.series(BuiltinMetrics.HTTP_REQ_FAILED, all);
            duration = recorder.series(BuiltinMetrics.HTTP_REQ_DURATION, all);
            responseTime = recorder.series(BuiltinMetrics.HTTP_REQ_RESPONSE_TIME, all);
        }

        void record(double millis, int failures) {
            recorder.record(requests, 1);
            recorder.record(failed, failures);
            if (millis >= 0) {
                long nanos = (long) (millis * 1e6);
                recorder.record(duration, nanos);
                recorder.record(responseTime, nanos);
            }
        }
    }
}
