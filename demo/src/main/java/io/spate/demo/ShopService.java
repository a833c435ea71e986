package io.spate.demo;

import io.netty.util.concurrent.Ticker;
import io.spate.demo.web.Connection;
import io.spate.demo.web.Cost;
import io.spate.demo.web.Reply;
import io.spate.demo.web.Request;
import io.spate.demo.web.Route;
import io.spate.demo.web.Router;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The shop without its sockets: requests in, replies out. For one thread. */
final class ShopService implements Connection.Service {
    private final Ticker ticker;
    private final Draws draws;
    private final Station station;
    private final Router router;
    private final LoopHealth loop;

    ShopService(DemoOptions options, Ticker ticker, Station.Timer timer) {
        this.ticker = ticker;
        this.draws = new Draws(options.latency(), options.errorRate(), options.seed());
        this.station = new Station(options.capacity(), timer);
        this.loop = new LoopHealth(ticker, timer);
        TaskQueue tasks = new TaskQueue(ticker, options.queueRate());
        List<Route> routes = new ArrayList<>();
        routes.addAll(new HealthRoutes(options.nodeId()).routes());
        Tokens tokens = new Tokens(options.seed());
        routes.addAll(new AccountRoutes(tokens).routes());
        routes.addAll(new ClientRoutes(tokens, tokens.issue("csrf")).routes());
        routes.addAll(new StoreRoutes(options.seed()).routes());
        routes.addAll(new TaskRoutes(tasks, options.queueRate()).routes());
        routes.addAll(new AgentRoutes().routes());
        MetricsText metrics = new MetricsText(this::routes, station, tasks, loop);
        Route.Handler scrape = request -> metrics.reply();
        routes.add(Route.get("/metrics", Cost.FREE, scrape));
        routes.add(Route.get("/api/v1/metrics", Cost.FREE, scrape));
        Reply index = IndexPage.reply(options, routes);
        routes.add(Route.get("/", Cost.FREE, request -> index));
        this.router = new Router(routes);
    }

    @Override
    public void accept(Request request, Consumer<Reply> client) {
        Reply refusal = request.refusal();
        if (refusal != null) {
            router.unmatched().stats().record(refusal.status(), 0);
            client.accept(refusal);
            return;
        }
        Route route = router.match(request.method(), request.path());
        Exchange exchange = new Exchange(request, route, client, draws, ticker);
        if (route.cost().isFree()) {
            exchange.finish();
        } else {
            station.submit(exchange);
        }
    }

    @Override
    public void connected() {
        loop.connected();
    }

    @Override
    public void disconnected() {
        loop.disconnected();
    }

    LoopHealth loop() {
        return loop;
    }

    private List<Route> routes() {
        return router.routes();
    }
}
