package io.spate.acceptance.page;

import io.spate.demo.DemoOptions;
import io.spate.demo.DemoShop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A demo shop of which some requests fail, and {@code spate ui} with tests of it. */
record ShopUi(DemoShop shop, Ui ui) implements AutoCloseable {
    static final String SHORT = "short.yml";
    static final String LONG = "long.yml";

    /**
     * Starts both, with a plan that soon ends and one that does not.
     *
     * @param errorRate share of the shop's answers that are errors
     * @param seconds how long the short one is
     * @param thresholds in words
     */
    static ShopUi start(Path folder, double errorRate, int seconds, String thresholds)
            throws IOException, InterruptedException {
        var shop = DemoShop.start(DemoOptions.defaults().withErrorRate(errorRate));
        try {
            plan(shop, folder.resolve(SHORT), seconds + "s", thresholds);
            plan(shop, folder.resolve(LONG), "5m", thresholds);
            return new ShopUi(shop, Ui.start(folder, 0));
        } catch (IOException | InterruptedException | RuntimeException e) {
            shop.close();
            throw e;
        }
    }

    private static void plan(DemoShop shop, Path file, String duration, String thresholds)
            throws IOException {
        Files.writeString(
                file,
                """
                target: %s
                scenarios:
                  browse:
                    users: 2
                    duration: %s
                    think: 20ms
                    steps:
                      - get: /api/users
                        check: {status: 200}
                      - post: /api/auth/login
                        json: {username: test, password: password}
                      - get: /api/users/7
                thresholds: {%s}
                """
                        .formatted(shop.url(), duration, thresholds));
    }

    String url() {
        return ui.url();
    }

    @Override
    public void close() {
        ui.close();
        shop.close();
    }
}
