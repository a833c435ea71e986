package io.spate.demo;

import io.spate.demo.web.Cost;
import io.spate.demo.web.Fields;
import io.spate.demo.web.Ids;
import io.spate.demo.web.Json;
import io.spate.demo.web.Reply;
import io.spate.demo.web.Request;
import io.spate.demo.web.Route;
import io.spate.demo.web.Status;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;

/** Products, orders and figures about them. The last 20 orders are kept. */
final class StoreRoutes {
    private static final int PRODUCTS = 100;
    private static final int PAGE = 20;
    private static final int QUANTITY_MAX = 1_000;
    private static final int ANALYTICS_DAYS = 60;

    /** One checkout in ten waits for a slow payment provider. */
    private static final Cost CHECKOUT = new Cost(2, 0.1, 10);

    private static final Reply NO_SUCH_PRODUCT =
            Reply.error(Status.NOT_FOUND, "there is no such product");

    private final List<Product> products = Product.range(PRODUCTS);
    private final List<Reply> productReplies =
            products.stream().map(product -> Reply.json(Status.OK, product.json())).toList();
    private final Reply productList = productList(products.stream(), PRODUCTS);
    private final Reply analytics;
    private final Deque<String> recentOrders = new ArrayDeque<>();
    private int orders;
    private Reply orderList = orderList();

    StoreRoutes(long seed) {
        analytics = analytics(new SplittableRandom(seed));
    }

    List<Route> routes() {
        return List.of(
                Route.get("/api/products", Cost.NORMAL, request -> productList),
                Route.get("/api/products/{id}", Cost.NORMAL, this::product),
                Route.get("/api/search", Cost.times(2), this::search),
                Route.post("/api/cart/add", Cost.NORMAL, this::addToCart),
                Route.post("/api/checkout", CHECKOUT, request -> order(request, Status.OK)),
                Route.get("/api/orders", Cost.times(1.5), request -> orderList),
                Route.post("/api/orders", Cost.times(2), request -> order(request, Status.CREATED)),
                Route.get("/api/analytics", Cost.times(4), request -> analytics));
    }

    private Reply product(Request request) {
        return Ids.parse(request.lastSegment())
                .filter(id -> id <= PRODUCTS)
                .map(id -> productReplies.get(id - 1))
                .orElse(NO_SUCH_PRODUCT);
    }

    private Reply search(Request request) {
        String query =
                Fields.ofQuery(request.query()).text("q").orElse("").toLowerCase(Locale.ROOT);
        List<Product> found =
                products.stream()
                        .filter(product -> product.name().toLowerCase(Locale.ROOT).contains(query))
                        .toList();
        return productList(found.stream().limit(PAGE), found.size());
    }

    private Reply addToCart(Request request) {
        return purchase(request)
                .map(line -> Reply.json(Status.OK, line.json()))
                .orElse(NO_SUCH_PRODUCT);
    }

    private Reply order(Request request, Status status) {
        return purchase(request)
                .map(line -> Reply.json(status, place(line)))
                .orElse(NO_SUCH_PRODUCT);
    }

    /** What the body asks for; one piece of the first product where it says nothing. */
    private Optional<OrderLine> purchase(Request request) {
        Fields fields = request.fields();
        int id = fields.numberOrOne("product_id", Integer.MAX_VALUE);
        int quantity = fields.numberOrOne("quantity", QUANTITY_MAX);
        return id <= PRODUCTS
                ? Optional.of(new OrderLine(products.get(id - 1), quantity))
                : Optional.empty();
    }

    private String place(OrderLine line) {
        String order = line.orderJson(++orders);
        recentOrders.addFirst(order);
        if (recentOrders.size() > PAGE) {
            recentOrders.removeLast();
        }
        orderList = orderList();
        return order;
    }

    private Reply orderList() {
        String recent = String.join(",", recentOrders);
        return Reply.json(Status.OK, "{\"total\":" + orders + ",\"orders\":[" + recent + "]}");
    }

    private static Reply productList(Stream<Product> shown, int total) {
        String list = shown.limit(PAGE).map(Product::json).collect(Collectors.joining(","));
        return Reply.json(Status.OK, "{\"total\":" + total + ",\"products\":[" + list + "]}");
    }

    /** A few kilobytes of made-up figures, the same for the same seed. */
    private static Reply analytics(SplittableRandom random) {
        String days =
                IntStream.rangeClosed(1, ANALYTICS_DAYS)
                        .mapToObj(day -> analyticsOfDay(day, random))
                        .collect(Collectors.joining(","));
        return Reply.json(Status.OK, "{\"days\":[" + days + "]}");
    }

    private static String analyticsOfDay(int day, SplittableRandom random) {
        int visits = random.nextInt(1_000, 5_000);
        int orders = visits * random.nextInt(2, 6) / 100;
        return Json.object(
                json -> {
                    json.writeNumberProperty("day", day);
                    json.writeNumberProperty("visits", visits);
                    json.writeNumberProperty("orders", orders);
                    json.writeNumberProperty(
                            "revenue", Product.money(orders * random.nextLong(2_000, 6_000)));
                });
    }

    /** So many pieces of one product. */
    private record OrderLine(Product product, int quantity) {
        String json() {
            return Json.object(this::writeTo);
        }

        String orderJson(int orderId) {
            return Json.object(
                    json -> {
                        json.writeNumberProperty("id", orderId);
                        json.writeStringProperty("status", "placed");
                        writeTo(json);
                    });
        }

        private void writeTo(JsonGenerator json) {
            json.writeNumberProperty("product_id", product.id());
            json.writeNumberProperty("quantity", quantity);
            long cents = (long) product.priceCents() * quantity;
            json.writeNumberProperty("total", Product.money(cents));
        }
    }
}
