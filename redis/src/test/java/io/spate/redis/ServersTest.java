package io.spate.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** More servers than one. */
@Timeout(60)
class ServersTest {
    private static final Reply OK = new Reply.Text("OK");
    private static final Limits PATIENT =
            new Limits(
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(5),
                    10,
                    50,
                    Duration.ofMillis(50),
                    Duration.ofMillis(500));

    @TempDir Path folder;
    private final OnLoop on = new OnLoop();

    @AfterEach
    void stop() {
        on.close();
    }

    @Test
    void followsTheServersOfACluster() throws Exception {
        try (var low = member("low");
                var high = member("high")) {
            var toLow = on.client(new Servers.Single(low.address()));
            var toHigh = on.client(new Servers.Single(high.address()));
            assertThat(on.call(toLow, "CLUSTER", "ADDSLOTSRANGE", "0", "8191")).isEqualTo(OK);
            assertThat(on.call(toHigh, "CLUSTER", "ADDSLOTSRANGE", "8192", "16383")).isEqualTo(OK);
            on.call(toHigh, "CLUSTER", "SET-CONFIG-EPOCH", "2");
            on.call(toLow, "CLUSTER", "MEET", "127.0.0.1", "" + high.port());
            var client =
                    on.client(new Servers.Cluster(List.of(low.address()), 3), Login.NONE, PATIENT);
            awaitCluster(toLow);
            awaitCluster(toHigh);

            for (int i = 0; i < 40; i++) {
                assertThat(on.call(client, "SET", "key" + i, "" + i)).isEqualTo(OK);
            }
            for (int i = 0; i < 40; i++) {
                assertThat(on.call(client, "GET", "key" + i)).isEqualTo(new Reply.Text("" + i));
            }
            assertThat(on.call(toLow, "DBSIZE")).isNotEqualTo(new Reply.Whole(0));
            assertThat(on.call(toHigh, "DBSIZE")).isNotEqualTo(new Reply.Whole(0));
            assertThat(on.call(client, "PING")).isEqualTo(new Reply.Text("PONG"));
            whatMovesIsAskedForWhereItGoes(client, low, toLow, toHigh);
        }
    }

    /** The slot of bar, 5061, is on its way from the low server to the high one. */
    private void whatMovesIsAskedForWhereItGoes(
            RedisClient client, RedisServer low, RedisClient toLow, RedisClient toHigh)
            throws Exception {
        var lowId = text(toLow, "CLUSTER", "MYID");
        var highId = text(toHigh, "CLUSTER", "MYID");
        assertThat(on.call(toHigh, "CLUSTER", "SETSLOT", "5061", "IMPORTING", lowId)).isEqualTo(OK);
        assertThat(on.call(toLow, "CLUSTER", "SETSLOT", "5061", "MIGRATING", highId)).isEqualTo(OK);

        assertThat(on.call(client, "SET", "bar", "there")).isEqualTo(OK);
        assertThat(on.call(client, "GET", "bar")).isEqualTo(new Reply.Text("there"));
        var noRedirects = on.client(new Servers.Cluster(List.of(low.address()), 0));
        assertThatThrownBy(() -> on.call(noRedirects, "GET", "bar"))
                .hasMessage("redirected more than 0 times");
    }

    private String text(RedisClient client, String... words) throws Exception {
        return on.call(client, words) instanceof Reply.Text(var value) ? value : "";
    }

    private RedisServer member(String name) throws Exception {
        var own = Files.createDirectory(folder.resolve(name));
        return RedisServer.start(own, "--cluster-enabled", "yes", "--dir", own.toString());
    }

    private void awaitCluster(RedisClient member) throws Exception {
        while (!text(member, "CLUSTER", "INFO").contains("cluster_state:ok")) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    @Test
    void sentinelsKnowTheMaster() throws Exception {
        try (var master = RedisServer.start(folder);
                var sentinel = RedisServer.sentinel(folder, "group", master.port())) {
            var dead = new Address("127.0.0.1", RedisServer.freePort());
            var known = List.of(dead, sentinel.address());
            var client = on.client(new Servers.Watched(known, "group", Login.NONE));

            assertThat(on.call(client, "SET", "a", "1")).isEqualTo(OK);
            var direct = on.client(new Servers.Single(master.address()));
            assertThat(on.call(direct, "GET", "a")).isEqualTo(new Reply.Text("1"));
            var other =
                    on.client(
                            new Servers.Watched(List.of(sentinel.address()), "other", Login.NONE));
            assertThatThrownBy(() -> on.call(other, "PING"))
                    .hasMessage("no sentinel knows a master 'other'");
        }
    }
}
