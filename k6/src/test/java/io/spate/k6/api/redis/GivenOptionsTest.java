package io.spate.k6.api.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spate.redis.Address;
import io.spate.redis.Login;
import io.spate.redis.Servers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GivenOptionsTest {
    @ParameterizedTest
    @CsvSource({
        "redis://localhost:6380, localhost, 6380, '', '', 0",
        "redis://, localhost, 6379, '', '', 0",
        "redis://redis_host/3, redis_host, 6379, '', '', 3",
        "redis://me:se%40c+ret@[::1]:7000/0, ::1, 7000, me, se@c+ret, 0",
        "redis://:a:b@c@host, host, 6379, '', a:b@c, 0",
    })
    void readsUrls(
            String url, String host, int port, String username, String password, int database) {
        var given = RedisUrl.parse(url);

        assertThat(given.servers()).isEqualTo(new Servers.Single(new Address(host, port)));
        assertThat(given.login()).isEqualTo(new Login(username, password, "", database));
        assertThat(given.secured()).isEmpty();
    }

    @Test
    void securesByTheScheme() {
        assertThat(RedisUrl.parse("rediss://host").options(false).tls())
                .hasValueSatisfying(it -> assertThat(it.verify()).isFalse());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "http://x | redis: invalid URL scheme: http",
                "x | redis: invalid URL scheme: ",
                "redis://x/y | redis: invalid database number: \"y\"",
                "redis://x:y | a port is a whole number, and not 'y'",
                "redis://x:70000 | port must be 1 to 65535: 70000",
                "redis://x/0?db=1 | options behind the '?' of a URL are not read: give an object",
            })
    void saysWhatIsWrongWithUrls(String url, String message) {
        assertThatThrownBy(() -> RedisUrl.parse(url.strip()))
                .hasMessageStartingWith(message.strip());
    }

    @Test
    void readsObjects() throws Exception {
        var given =
                RedisObject.parse(
                        """
                        {"socket": {"host": "h", "port": 1, "readTimeout": 200, "poolSize": 7, "minIdleConns": 2},
                         "username": "me", "password": "p", "clientName": "c", "database": 3,
                         "maxRetries": -1, "minRetryBackoff": 5, "maxRetryBackoff": 50}
                        """);

        assertThat(given.servers()).isEqualTo(new Servers.Single(new Address("h", 1)));
        assertThat(given.login()).isEqualTo(new Login("me", "p", "c", 3));
        assertThat(given.limits().reply()).isEqualTo(Duration.ofMillis(200));
        assertThat(given.limits().idle()).isEqualTo(Duration.ofMillis(1_200));
        assertThat(given.limits().connectionsMax()).isEqualTo(7);
        assertThat(given.limits().retriesMax()).isZero();
        assertThat(given.limits().pauseMax()).isEqualTo(Duration.ofMillis(50));
    }

    @Test
    void readsMoreServersThanOne() throws Exception {
        var cluster =
                RedisObject.parse(
                        """
                        {"cluster": {"maxRedirects": 5, "nodes": ["redis://a:1", {"socket": {"host": "b", "port": 2}}]}}
                        """);
        var watched =
                RedisObject.parse(
                        """
                        {"masterName": "m", "sentinelUsername": "s", "sentinelPassword": "p", "password": "q",
                         "socket": {"host": "h", "port": 1}}
                        """);

        assertThat(cluster.servers())
                .isEqualTo(
                        new Servers.Cluster(List.of(new Address("a", 1), new Address("b", 2)), 5));
        assertThat(watched.servers())
                .isEqualTo(
                        new Servers.Watched(
                                List.of(new Address("h", 1)), "m", new Login("s", "p", "", 0)));
        assertThat(watched.login().password()).isEqualTo("q");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | empty socket options",
                "{\"socket\": {}, \"foo\": 1} | json: unknown field \"foo\"",
                "{\"socket\": {\"port\": \"1\"}} | 'port' has to be a whole number",
                "{\"socket\": {}, \"password\": 5} | 'password' has to be a text",
                "{\"cluster\": {}} | cluster nodes property must be an array",
                "{\"cluster\": {\"nodes\": []}} | cluster nodes property cannot be empty",
                "{\"cluster\": {\"nodes\": [\"redis://:a@x\", \"redis://:b@x\"]}} | inconsistent username, password",
                "{\"socket\": {\"tls\": {\"ca\": [\"nothing\"]}}} | no certificate",
            })
    void saysWhatIsWrongWithObjects(String json, String message) {
        assertThatThrownBy(() -> RedisObject.parse(json)).hasMessageContaining(message.strip());
    }
}
