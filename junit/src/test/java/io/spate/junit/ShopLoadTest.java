package io.spate.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.demo.DemoOptions;
import io.spate.demo.DemoShop;
import io.spate.script.TestBuilder;
import io.spate.script.User;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** An example: the load tests of a shop, beside its other tests. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShopLoadTest {
    private DemoShop shop;

    @BeforeAll
    void open() {
        shop = DemoShop.start(DemoOptions.defaults());
    }

    @AfterAll
    void close() {
        shop.close();
    }

    @LoadTest(users = 5, duration = "1s", think = "20ms")
    @Objectives(p95 = "5s", errorRate = "0%")
    void productsAreThereInTime(User user) {
        var products = user.get(shop.url() + "/api/products").send();
        assertThat(products.json("$.total")).isNotEmpty();
    }

    @LoadTest
    @Objectives(thresholds = {"http_reqs=count==6", "http_req_failed=rate==0"})
    void peopleLogInAndLookAround(TestBuilder test) {
        test.baseUrl(shop.url())
                .scenario("browse")
                .users(2)
                .iterations(3)
                .task(
                        user -> {
                            user.get("/api/products").send();
                            user.get("/api/products/7").name("/api/products/{id}").send();
                        });
    }

    @Test
    void ordinaryTestsStandBeside() {
        assertThat(shop.url()).startsWith("http://127.0.0.1:");
    }
}
