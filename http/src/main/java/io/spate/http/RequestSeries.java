package io.spate.http;

import static io.spate.metrics.BuiltinMetrics.HTTP_REQS;
import static io.spate.metrics.BuiltinMetrics.HTTP_REQ_BLOCKED;
import static io.spate.metrics.BuiltinMetrics.HTTP_REQ_CONNECTING;
import static io.spate.metrics.BuiltinMetrics.HTTP_REQ_DURATION;
import static io.spate.metrics.BuiltinMetrics.HTTP_REQ_FAILED;
import static io.spate.metrics.BuiltinMetrics.HTTP_REQ_RECEIVING;
import static io.spate.metrics.BuiltinMetrics.HTTP_REQ_RESPONSE_TIME;
import static io.spate.metrics.BuiltinMetrics.HTTP_REQ_SENDING;
import static io.spate.metrics.BuiltinMetrics.HTTP_REQ_TLS_HANDSHAKING;
import static io.spate.metrics.BuiltinMetrics.HTTP_REQ_WAITING;

import io.spate.http.watch.NodeNames;
import io.spate.http.wire.Failure;
import io.spate.http.wire.ResponseReader.HeadMemory;
import io.spate.metrics.Recorder;
import io.spate.metrics.Tags;
import io.spate.metrics.keeping.Keeper;
import io.spate.metrics.keeping.SlowestTimes;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Records the requests of one method and name. The numbers of a series are asked for when an
 * outcome (a status, or a failure) is first met, and found by index afterwards. Belongs to one
 * event loop.
 */
final class RequestSeries {
    /** How many texts of errors are told apart; later ones go under the text of their kind. */
    static final int ERROR_TEXTS_MAX = 16;

    private final HttpClients clients;
    private final Recorder recorder;
    private final int number;
    private final Tags tags;
    private final String method;
    private final String name;
    private final HeadMemory memory = new HeadMemory();

    /** By the status's first digit, then by its other two. */
    private final @Nullable Outcome[] @Nullable [] byStatus = new @Nullable Outcome[10][];

    private @Nullable SlowestTimes slowest;
    private @Nullable Outcome failures;
    private int failureCount;

    /** Of the same requests, by the number of the node that answered; empty where nobody asks. */
    private @Nullable RequestSeries[] byNode = new @Nullable RequestSeries[0];

    /**
     * The requests of a method and name.
     *
     * @param number of the method and name, the same under whatever other tags
     */
    RequestSeries(HttpClients clients, int number, Tags context, String method, String name) {
        this.clients = clients;
        this.number = number;
        recorder = clients.recorder();
        this.method = method;
        this.name = name;
        tags = context.with("method", method).with("name", name).with("url", name);
    }

    /** The series of the same requests that one node answered. */
    RequestSeries ofNode(int node, NodeNames names) {
        if (node >= byNode.length) {
            byNode = Arrays.copyOf(byNode, Math.max(node + 1, 2 * byNode.length));
        }
        RequestSeries known = byNode[node];
        if (known == null) {
            Tags all = tags.with("node", names.name(node));
            known = new RequestSeries(clients, number, all, method, name);
            byNode[node] = known;
        }
        return known;
    }

    HttpClients clients() {
        return clients;
    }

    int number() {
        return number;
    }

    String method() {
        return method;
    }

    String name() {
        return name;
    }

    /** Where the last response head of these requests is remembered. */
    HeadMemory memory() {
        return memory;
    }

    /** What a request must take longer than to be one of the slowest of these. */
    long slowerThanNanos() {
        return slowest == null ? -1 : slowest.bar();
    }

    /** The slowest of these. */
    SlowestTimes slowest(Keeper keeper) {
        SlowestTimes known = slowest;
        if (known == null) {
            known = keeper.newEndpoint();
            slowest = known;
        }
        return known;
    }

    /**
     * Records a request that got its whole response.
     *
     * @param verdict what it counts as; null where the status decides
     */
    Outcome response(
            int status,
            String protocol,
            String tlsVersion,
            @Nullable Verdict verdict,
            Phases phases) {
        @Nullable Outcome[] ofClass = byStatus[status / 100];
        Outcome outcome = ofClass == null ? null : ofClass[status % 100];
        while (outcome != null && !outcome.came(protocol, tlsVersion, verdict)) {
            outcome = outcome.next;
        }
        if (outcome == null) {
            outcome = newStatus(status, protocol, tlsVersion, verdict);
        }
        outcome.record(recorder, phases);
        return outcome;
    }

    private Outcome newStatus(
            int status, String protocol, String tlsVersion, @Nullable Verdict verdict) {
        if (verdict == null || verdict.ok()) {
            return addStatus(status, protocol, tlsVersion, verdict);
        }
        if (failureCount < ERROR_TEXTS_MAX) {
            failureCount++;
            return addStatus(status, protocol, tlsVersion, verdict);
        }
        Verdict other = new Verdict(false, verdict.kind(), "(other) " + verdict.kind());
        @Nullable Outcome[] ofClass = byStatus[status / 100];
        Outcome outcome = ofClass == null ? null : ofClass[status % 100];
        while (outcome != null && !outcome.came(protocol, tlsVersion, other)) {
            outcome = outcome.next;
        }
        return outcome == null ? addStatus(status, protocol, tlsVersion, other) : outcome;
    }

    /** Records a request that got none, or none that is whole and well formed. */
    Outcome failure(Failure failure, String text, Phases phases) {
        Outcome outcome = findFailure(failure, text);
        if (outcome == null && failureCount >= ERROR_TEXTS_MAX) {
            outcome = findFailure(failure, failure.text());
            if (outcome == null) {
                outcome = addFailure(failure, failure.text());
            }
        } else if (outcome == null) {
            outcome = addFailure(failure, text);
        }
        outcome.record(recorder, phases);
        return outcome;
    }

    private @Nullable Outcome findFailure(Failure failure, String text) {
        Outcome outcome = failures;
        while (outcome != null && !outcome.failedBy(failure, text)) {
            outcome = outcome.next;
        }
        return outcome;
    }

    private Outcome addStatus(
            int status, String protocol, String tlsVersion, @Nullable Verdict verdict) {
        @Nullable Outcome[] ofClass = byStatus[status / 100];
        if (ofClass == null) {
            ofClass = new @Nullable Outcome[100];
            byStatus[status / 100] = ofClass;
        }
        boolean expected = verdict == null ? isExpected(status) : verdict.ok();
        String kind = expected ? "" : verdict == null ? Verdict.STATUS : verdict.kind();
        boolean coded = !expected && status >= 400;
        Tags all =
                tags.with("status", Integer.toString(status))
                        .with("proto", protocol)
                        .with("tls_version", tlsVersion)
                        .with("expected_response", Boolean.toString(expected))
                        .with("error_code", coded ? Integer.toString(1000 + status) : "")
                        .with("error_kind", kind)
                        .with("error", verdict == null ? "" : verdict.text());
        var added = new Outcome(clients, all, !expected, ofClass[status % 100]);
        added.protocol = protocol;
        added.tlsVersion = tlsVersion;
        added.verdict = verdict;
        ofClass[status % 100] = added;
        return added;
    }

    private Outcome addFailure(Failure failure, String text) {
        Tags all =
                tags.with("status", "0")
                        .with("expected_response", "false")
                        .with("error_code", Integer.toString(failure.code()))
                        .with("error_kind", failure.kind())
                        .with("error", text);
        var added = new Outcome(clients, all, true, failures);
        added.failure = failure;
        added.text = text;
        failures = added;
        failureCount++;
        return added;
    }

    /** Whether a status counts as success, by k6's default. */
    static boolean isExpected(int status) {
        return status >= 200 && status < 400;
    }

    /** What can come of a request, with the numbers of its series. */
    static final class Outcome {
        private int kept;
        private int keptRound;
        private final int requests;
        private final int failed;
        private final int duration;
        private final int responseTime;
        private final int blocked;
        private final int connecting;
        private final int tlsHandshaking;
        private final int sending;
        private final int waiting;
        private final int receiving;
        private final boolean isFailed;
        private final boolean counts;
        private final @Nullable Outcome next;
        private String protocol = "";
        private String tlsVersion = "";
        private @Nullable Failure failure;
        private String text = "";
        private @Nullable Verdict verdict;

        Outcome(HttpClients clients, Tags tags, boolean isFailed, @Nullable Outcome next) {
            Recorder recorder = clients.recorder();
            this.counts = clients.counts();
            this.isFailed = isFailed;
            this.next = next;
            requests = recorder.series(HTTP_REQS, tags);
            failed = recorder.series(HTTP_REQ_FAILED, tags);
            duration = recorder.series(HTTP_REQ_DURATION, tags);
            responseTime = recorder.series(HTTP_REQ_RESPONSE_TIME, tags);
            blocked = recorder.series(HTTP_REQ_BLOCKED, tags);
            connecting = recorder.series(HTTP_REQ_CONNECTING, tags);
            tlsHandshaking = recorder.series(HTTP_REQ_TLS_HANDSHAKING, tags);
            sending = recorder.series(HTTP_REQ_SENDING, tags);
            waiting = recorder.series(HTTP_REQ_WAITING, tags);
            receiving = recorder.series(HTTP_REQ_RECEIVING, tags);
        }

        /** The number of the series that counts it. */
        int requests() {
            return requests;
        }

        boolean isFailed() {
            return isFailed;
        }

        /** Whether one more of these is kept as a whole; the first one always is. */
        boolean keepsOneMore(Keeper keeper) {
            if (keptRound != keeper.round()) {
                keptRound = keeper.round();
                kept = 0;
            }
            boolean keeps = kept == 0 || (kept < Keeper.FAILED_OF_ONE_MAX && keeper.takesFailure());
            kept += keeps ? 1 : 0;
            return keeps;
        }

        boolean came(String protocolThen, String version, @Nullable Verdict by) {
            return protocol.equals(protocolThen)
                    && tlsVersion.equals(version)
                    && (by == null ? verdict == null : by.equals(verdict));
        }

        boolean failedBy(Failure by, String with) {
            return failure == by && text.equals(with);
        }

        void record(Recorder recorder, Phases phases) {
            if (counts) {
                recorder.record(requests, 1);
                recorder.record(failed, isFailed ? 1 : 0);
                recorder.record(duration, phases.durationNanos());
                recorder.record(responseTime, phases.responseTimeNanos());
            }
            recorder.record(blocked, phases.blockedNanos());
            recorder.record(connecting, phases.connectingNanos());
            recorder.record(tlsHandshaking, phases.tlsHandshakingNanos());
            recorder.record(sending, phases.sendingNanos());
            recorder.record(waiting, phases.waitingNanos());
            recorder.record(receiving, phases.receivingNanos());
        }
    }
}
