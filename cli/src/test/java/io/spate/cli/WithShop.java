package io.spate.cli;

import io.spate.demo.DemoOptions;
import io.spate.demo.DemoShop;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Tests of commands against one demo shop, each in a folder of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WithShop {
    @TempDir Path folder;
    DemoShop shop;

    @BeforeAll
    void startShop() throws Exception {
        shop = DemoShop.start(DemoOptions.defaults());
    }

    @AfterAll
    void stopShop() {
        shop.close();
    }
}
