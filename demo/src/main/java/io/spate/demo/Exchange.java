package io.spate.demo;

import io.netty.util.concurrent.Ticker;
import io.spate.demo.web.Reply;
import io.spate.demo.web.Request;
import io.spate.demo.web.Route;
import io.spate.demo.web.Status;
import java.util.function.Consumer;

/** One request on its way to its reply. */
final class Exchange implements Station.Job {
    private static final Reply INJECTED =
            Reply.error(Status.INTERNAL_SERVER_ERROR, "failed, as the error rate has it");
    private static final Reply FULL =
            Reply.error(Status.SERVICE_UNAVAILABLE, "too many requests wait", "retry-after: 1\r\n");

    private final Request request;
    private final Route route;
    private final Consumer<Reply> client;
    private final Draws draws;
    private final Ticker ticker;
    private final long receivedNanos;
    private boolean fails;

    /** Received now. */
    Exchange(Request request, Route route, Consumer<Reply> client, Draws draws, Ticker ticker) {
        this.request = request;
        this.route = route;
        this.client = client;
        this.draws = draws;
        this.ticker = ticker;
        this.receivedNanos = ticker.nanoTime();
    }

    @Override
    public long begin() {
        fails = draws.fails();
        return draws.delayNanos(route.cost());
    }

    @Override
    public void finish() {
        reply(fails ? INJECTED : answer());
    }

    @Override
    public void turnAway() {
        reply(FULL);
    }

    /** A fault of ours must not leave the client waiting, nor pass for one that was asked for. */
    private Reply answer() {
        try {
            return route.answer(request);
        } catch (RuntimeException e) {
            return Reply.error(Status.INTERNAL_SERVER_ERROR, "a fault of the shop: " + e);
        }
    }

    private void reply(Reply reply) {
        route.stats().record(reply.status(), ticker.nanoTime() - receivedNanos);
        client.accept(reply);
    }
}
