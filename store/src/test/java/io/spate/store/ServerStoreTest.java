package io.spate.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** In a real PostgreSQL, each test in a schema of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServerStoreTest extends StoreContract {
    private final AtomicInteger tests = new AtomicInteger();
    private PostgresServer server;

    @BeforeAll
    void start() throws IOException, InterruptedException {
        server = PostgresServer.start();
    }

    @AfterAll
    void stop() throws IOException, InterruptedException {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void enter() {
        tests.incrementAndGet();
    }

    private StoreLocation at(int port, String password) {
        return new StoreLocation.Server(
                "127.0.0.1:%d/postgres".formatted(port),
                Map.of("user", "postgres", "password", password),
                Optional.of("history_" + tests));
    }

    @Override
    StoreLocation location() {
        return at(server.port(), PostgresServer.PASSWORD);
    }

    @Test
    void aWrongPasswordIsToldWithoutIt() {
        assertThatThrownBy(() -> RunStore.open(at(server.port(), "hush"), clock))
                .hasMessageContaining("check user and password: PGUSER, PGPASSWORD")
                .hasMessageNotContaining("hush");
    }

    @Test
    void aServerThatIsNotThereMayComeBack() {
        assertThatThrownBy(() -> RunStore.open(at(1, "x"), clock))
                .isInstanceOfSatisfying(
                        StoreException.class,
                        it ->
                                org.assertj.core.api.Assertions.assertThat(it.kind())
                                        .isEqualTo(StoreException.Kind.PASSING));
    }
}
