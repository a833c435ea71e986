package io.spate.k6.api.http;

import io.spate.http.HttpClient;
import io.spate.http.HttpRequest;
import io.spate.http.InterruptedRequestException;
import io.spate.k6.vu.Vu;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Requests of one user beside each other: each on a client of its own, with the user's cookies and
 * tags, and on a virtual thread of the user's loop. The loop's thread runs one of them at a time,
 * so that nothing here is locked.
 */
final class Lanes {
    /** Requests that a user may have on their way while its script goes on. */
    private static final int ASYNC_MAX = 1_000;

    private final Vu vu;
    private final Deque<HttpClient> free = new ArrayDeque<>();
    private @Nullable Object stay;
    private int busy;

    Lanes(Vu vu) {
        this.vu = vu;
    }

    /** A request to be made. */
    static final class Job {
        private final Wanted wanted;
        private final String host;
        private final Wanted.ResponseType type;
        private final Function<HttpClient, Optional<HttpRequest>> prepare;
        private Answer answer;
        private boolean started;
        private boolean done;

        /**
         * A request.
         *
         * @param prepare makes it for a client, on the user's thread; empty where it cannot be
         * @param otherwise the answer to one that cannot be made
         */
        Job(
                Wanted wanted,
                Wanted.ResponseType type,
                Function<HttpClient, Optional<HttpRequest>> prepare,
                Answer otherwise) {
            this.wanted = wanted;
            this.host = host(wanted.url());
            this.type = type;
            this.prepare = prepare;
            this.answer = otherwise;
        }

        Answer answer() {
            return answer;
        }
    }

    /** Scheme and authority of a URL. */
    private static String host(String url) {
        int start = url.indexOf("://");
        int end = start < 0 ? -1 : url.indexOf('/', start + 3);
        return end < 0 ? url : url.substring(0, end);
    }

    /** Makes all, as many at once as the options allow, and waits for them. */
    void run(List<Job> jobs) {
        var limits = vu.test().planned().settings();
        var me = Thread.currentThread();
        List<Thread> threads = new ArrayList<>();
        Map<String, Integer> perHost = new HashMap<>();
        while (jobs.stream().anyMatch(it -> !it.done)) {
            long running = jobs.stream().filter(it -> it.started && !it.done).count();
            for (var job : jobs) {
                int there = perHost.getOrDefault(job.host, 0);
                if (!job.started && running < limits.batch() && there < limits.batchPerHost()) {
                    running++;
                    perHost.merge(job.host, 1, Integer::sum);
                    threads.add(
                            start(
                                    job,
                                    ended -> {
                                        perHost.merge(ended.host, -1, Integer::sum);
                                        LockSupport.unpark(me);
                                    }));
                }
            }
            LockSupport.park(this);
            if (Thread.interrupted()) {
                threads.forEach(Thread::interrupt);
                throw vu.cutOff();
            }
        }
    }

    /**
     * Makes one, and comes back at once.
     *
     * @param then told of its end on another virtual thread; touches no JavaScript
     */
    Thread start(Job job, Consumer<Job> then) {
        if (busy >= ASYNC_MAX) {
            throw vu.error("a user may have %d requests on their way at once".formatted(ASYNC_MAX));
        }
        var client = lane();
        var at = stay;
        var request = job.prepare.apply(client);
        job.started = true;
        busy++;
        var loop = vu.user().loop();
        return loop.startVirtualThread(
                "user-" + vu.id() + "-request",
                () -> {
                    try {
                        vu.test().rate().await(loop);
                        request.map(HttpRequest::send)
                                .ifPresent(
                                        it ->
                                                job.answer =
                                                        Answer.of(
                                                                job.wanted, it, job.type, client));
                    } catch (InterruptedRequestException | InterruptedException _) {
                        // The user is told to stop, and asks for no answer.
                    } finally {
                        job.done = true;
                        ended(client, at);
                        then.accept(job);
                    }
                });
    }

    private HttpClient lane() {
        var now = vu.stay();
        if (!now.equals(stay)) {
            stay = now;
            free.clear();
            busy = 0;
        }
        var client = free.isEmpty() ? vu.moreHttp() : free.pop();
        client.tags(vu.scope().added());
        client.jar(vu.http().jar());
        return client;
    }

    private void ended(HttpClient client, @Nullable Object at) {
        if (Objects.equals(stay, at)) {
            busy--;
            free.push(client);
        }
    }
}
