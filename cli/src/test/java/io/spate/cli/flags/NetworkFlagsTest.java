package io.spate.cli.flags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.spate.cli.process.UsageException;
import io.spate.net.route.Dns;
import io.spate.net.route.HostOverrides;
import io.spate.net.route.Proxy;
import io.spate.net.route.Route;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Which way wins: flags, the test's own, the environment's. */
class NetworkFlagsTest {

    @Command
    private static final class Holder {
        @Mixin private final NetworkFlags flags = new NetworkFlags();
    }

    private static NetworkFlags flags(String... arguments) {
        var holder = new Holder();
        var line = new CommandLine(holder);
        Flags.registerConverters(line);
        line.parseArgs(arguments);
        return holder.flags;
    }

    private static Route route(Map<String, String> env, String... arguments) {
        return flags(arguments).over(Route.DIRECT, env);
    }

    private static String proxyTo(Route route, String host, boolean secure) {
        return route.proxyTo(host, secure ? 443 : 80, secure).map(Proxy::toString).orElse("");
    }

    @Test
    void withoutAnythingTheWayIsStraight() {
        assertThat(route(Map.of())).isEqualTo(Route.DIRECT);
        assertThat(flags().describe(Route.DIRECT, Map.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HTTP_PROXY  | shop.test | false | http://e:1",
                "http_proxy  | shop.test | false | http://e:1",
                "HTTP_PROXY  | shop.test | true  | ''",
                "HTTPS_PROXY | shop.test | true  | http://e:1",
                "https_proxy | shop.test | false | ''",
                "ALL_PROXY   | shop.test | false | http://e:1",
                "all_proxy   | shop.test | true  | http://e:1",
                "HTTP_PROXY  | localhost | false | ''",
                "HTTP_PROXY  | 127.0.0.1 | false | ''",
                "HTTP_PROXY  | api.no.test | false | ''",
                "OTHER       | shop.test | false | ''"
            })
    void theEnvironmentsProxiesAreHonoured(
            String variable, String host, boolean secure, String proxy) {
        Route route = route(Map.of(variable, "http://e:1", "NO_PROXY", "no.test"));
        assertThat(proxyTo(route, host, secure)).isEqualTo(proxy);
    }

    @Test
    void theyAreSaidToBeTheEnvironments() {
        var env = Map.of("HTTPS_PROXY", "http://me:word@e:1");
        assertThat(flags().describe(route(env), env))
                .isEqualTo(
                        "proxy http://***@e:1 for https except this machine (from the environment;"
                                + " --no-proxy '*' goes without)");
    }

    @Test
    void aFlagGoesOverTheTestAndThatOverTheEnvironment() {
        var env = Map.of("http_proxy", "http://e:1");
        Route test = Route.DIRECT.withProxy(Proxy.parse("http://t:1"));

        assertThat(proxyTo(flags().over(test, env), "shop.test", false)).isEqualTo("http://t:1");
        Route flagged = flags("--proxy", "socks5://f:1").over(test, env);
        assertThat(proxyTo(flagged, "localhost", true)).isEqualTo("socks5://f:1");
    }

    @Test
    void nothingGoesThroughAProxyWhereNoneIsWanted() {
        var env = Map.of("http_proxy", "not a proxy");
        Route test = Route.DIRECT.withProxy(Proxy.parse("http://t:1"));

        Route route = flags("--no-proxy", "*").over(test, env);
        assertThat(proxyTo(route, "shop.test", false)).isEmpty();
        assertThat(route.describe()).isEmpty();
    }

    @Test
    void exceptionsHoldForTheFlagsProxyToo() {
        var env = Map.of("NO_PROXY", "env.test");
        Route fromEnv = route(env, "--proxy", "f:1");
        Route fromFlag = route(env, "--proxy", "f:1", "--no-proxy", "flag.test");

        assertThat(proxyTo(fromEnv, "env.test", false)).isEmpty();
        assertThat(proxyTo(fromFlag, "env.test", false)).isEqualTo("http://f:1");
        assertThat(proxyTo(fromFlag, "flag.test", false)).isEmpty();
    }

    @Test
    void aSocketLeavesProxiesAside() {
        Route route = route(Map.of("http_proxy", "http://e:1"), "--unix-socket", "/run/app.sock");

        assertThat(proxyTo(route, "shop.test", false)).isEmpty();
        assertThat(route.describe()).isEqualTo("unix socket /run/app.sock");
    }

    @Test
    void theRestIsTakenFromFlagsAndTestAlike() {
        Route test =
                Route.DIRECT
                        .withHosts(HostOverrides.of(Map.of("b.test", "127.0.0.2")))
                        .withDns(Dns.DEFAULT.withTtl(Duration.ZERO));
        Route route =
                flags(
                                "--resolve",
                                "a.test:443:127.0.0.1:8443,*.a.test:127.0.0.3",
                                "--dns-select",
                                "roundRobin",
                                "--dns-policy",
                                "onlyIPv4",
                                "--source",
                                "127.0.0.2,127.0.0.3-127.0.0.5")
                        .over(test, Map.of());

        assertThat(route.describe())
                .isEqualTo(
                        "a.test:443 at 127.0.0.1:8443, b.test at 127.0.0.2, *.a.test at 127.0.0.3;"
                                + " DNS ttl 0 roundRobin onlyIPv4; from 127.0.0.2,127.0.0.3-127.0.0.5"
                                + " (4)");
    }

    @ParameterizedTest
    @CsvSource({"inf, DNS ttl inf", "5m, DNS ttl 5m", "0, DNS ttl 0", "90s, DNS ttl 1m30s"})
    void takesTimesToLive(String text, String meaning) {
        assertThat(route(Map.of(), "--dns-ttl", text).describe()).isEqualTo(meaning);
    }

    @Test
    void twoWaysAreOneTooMany() {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> route(Map.of(), "--proxy", "h:1", "--unix-socket", "/s"))
                .withMessageContaining("give one of them");
    }

    @Test
    void aMistakeNamesItsPlaceAndNoPassword() {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> route(Map.of("HTTP_PROXY", "https://me:word@h:1")))
                .withMessageStartingWith("HTTP_PROXY: 'https://***@h:1' is not a proxy such as")
                .matches(it -> !String.valueOf(it.getMessage()).contains("me:word"));
    }
}
