package io.spate.demo;

import io.spate.demo.web.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Something to buy.
 *
 * @param id from 1
 * @param priceCents price of one
 */
record Product(int id, String name, int priceCents) {
    private static final List<String> MATERIALS =
            List.of("Copper", "Oak", "Linen", "Glass", "Steel", "Clay", "Wool", "Cork", "Slate");
    private static final List<String> THINGS =
            List.of("kettle", "chair", "lamp", "bowl", "clock", "basket", "mug", "shelf", "tray");

    /** Products number 1 to {@code count}. */
    static List<Product> range(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(Product::number).toList();
    }

    String json() {
        return Json.object(
                json -> {
                    json.writeNumberProperty("id", id);
                    json.writeStringProperty("name", name);
                    json.writeNumberProperty("price", money(priceCents));
                });
    }

    static BigDecimal money(long cents) {
        return BigDecimal.valueOf(cents, 2);
    }

    private static Product number(int id) {
        String material = MATERIALS.get(id % MATERIALS.size());
        String thing = THINGS.get(id / MATERIALS.size() % THINGS.size());
        int priceCents = 499 + id * 1237 % 9_500;
        return new Product(id, material + " " + thing + " no. " + id, priceCents);
    }
}
