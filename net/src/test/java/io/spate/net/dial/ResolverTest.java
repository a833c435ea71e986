package io.spate.net.dial;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.net.dial.Resolver.Lookup;
import io.spate.net.route.Dns;
import io.spate.net.route.Dns.Policy;
import io.spate.net.route.Dns.Select;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long answers hold, and which address is taken, with names of a made-up machine. */
@Timeout(20)
class ResolverTest {
    private final BlockingQueue<Runnable> loop = new LinkedBlockingQueue<>();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final AtomicLong clock = new AtomicLong();
    private volatile List<InetAddress> answer = addresses("10.0.0.1", "10.0.0.2", "10.0.0.3");

    private static List<InetAddress> addresses(String... literals) {
        return Stream.of(literals).map(InetAddress::ofLiteral).toList();
    }

    private Resolver resolver(Dns dns) {
        return new Resolver("loop", loop::add, dns, this::lookUp, clock::get);
    }

    private List<InetAddress> lookUp(String host) throws UnknownHostException {
        asked.add(host);
        if (answer.isEmpty()) {
            throw new UnknownHostException(host);
        }
        return answer;
    }

    private List<InetAddress> found(Resolver resolver, String host) throws InterruptedException {
        Lookup lookup = resolver.lookUp(host);
        while (!lookup.hasEnded()) {
            Runnable task = loop.poll(10, TimeUnit.SECONDS);
            assertThat(task).isNotNull();
            task.run();
        }
        return lookup.addresses();
    }

    @Test
    void asksOnceInARunUnlessToldOtherwise() throws Exception {
        Resolver resolver = resolver(Dns.DEFAULT);
        for (int i = 0; i < 3; i++) {
            assertThat(found(resolver, "shop.test")).isEqualTo(answer);
            clock.addAndGet(Duration.ofDays(1).toNanos());
        }
        assertThat(asked).containsExactly("shop.test");
    }

    @Test
    void asksAgainWhenTheTimeIsOver() throws Exception {
        Resolver resolver = resolver(Dns.DEFAULT.withTtl(Duration.ofMinutes(5)));
        found(resolver, "shop.test");
        clock.addAndGet(Duration.ofMinutes(5).toNanos() - 1);
        found(resolver, "shop.test");
        assertThat(asked).hasSize(1);

        answer = addresses("10.0.0.9");
        clock.addAndGet(1);
        assertThat(found(resolver, "shop.test")).isEqualTo(answer);
        assertThat(asked).hasSize(2);
    }

    @Test
    void withoutATimeEachConnectionAsksForItself() throws Exception {
        Resolver resolver = resolver(Dns.DEFAULT.withTtl(Duration.ZERO));
        Lookup first = resolver.lookUp("shop.test");
        Lookup second = resolver.lookUp("shop.test");
        loop.poll(10, TimeUnit.SECONDS).run();
        loop.poll(10, TimeUnit.SECONDS).run();

        assertThat(first.hasEnded() && second.hasEnded()).isTrue();
        assertThat(asked).hasSize(2);
    }

    @Test
    void thoseWhoAskTogetherShareAnAnswer() throws Exception {
        Resolver resolver = resolver(Dns.DEFAULT);

        assertThat(resolver.lookUp("shop.test")).isSameAs(resolver.lookUp("shop.test"));
        assertThat(found(resolver, "shop.test")).isEqualTo(answer);
        assertThat(asked).hasSize(1);
    }

    @Test
    void anUnknownNameIsAskedForAgain() throws Exception {
        Resolver resolver = resolver(Dns.DEFAULT);
        List<InetAddress> later = answer;
        answer = List.of();
        assertThat(found(resolver, "shop.test")).isEmpty();
        answer = later;
        assertThat(found(resolver, "shop.test")).isEqualTo(later);
    }

    @ParameterizedTest
    @CsvSource({"localhost", "api.localhost", "LOCALHOST.", "127.0.0.1", "::1"})
    void asksNobodyForThisMachineAndForAddresses(String host) {
        Lookup lookup = resolver(Dns.DEFAULT).lookUp(host);

        assertThat(lookup.hasEnded()).isTrue();
        assertThat(lookup.addresses()).allMatch(InetAddress::isLoopbackAddress);
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ANY, '127.0.0.1 0:0:0:0:0:0:0:1'",
        "PREFER_IPV4, 127.0.0.1",
        "PREFER_IPV6, 0:0:0:0:0:0:0:1",
        "ONLY_IPV4, 127.0.0.1",
        "ONLY_IPV6, 0:0:0:0:0:0:0:1"
    })
    void countsTheAddressesOfAPolicy(Policy policy, String expected) {
        List<InetAddress> found =
                resolver(Dns.DEFAULT.withPolicy(policy)).lookUp("localhost").addresses();
        assertThat(found.stream().map(InetAddress::getHostAddress))
                .containsExactly(expected.split(" "));
    }

    @Test
    void preferenceIsNoRefusal() {
        List<InetAddress> six = addresses("::1");

        assertThat(Dns.DEFAULT.withPolicy(Policy.PREFER_IPV4).admitted(six)).isEqualTo(six);
        assertThat(Dns.DEFAULT.withPolicy(Policy.ONLY_IPV4).admitted(six)).isEmpty();
    }

    @Test
    void triesAllInTheirOrder() {
        assertThat(resolver(Dns.DEFAULT).select("shop.test", answer)).isEqualTo(answer);
    }

    @Test
    void takesOneAfterAnotherForEachName() {
        Resolver resolver = resolver(Dns.DEFAULT.withSelect(Select.ROUND_ROBIN));
        List<InetAddress> taken = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            taken.addAll(resolver.select("shop.test", answer));
            resolver.select("other.test", answer);
        }
        assertThat(taken.subList(0, 3)).containsExactlyInAnyOrderElementsOf(answer);
        assertThat(taken.subList(3, 6)).isEqualTo(taken.subList(0, 3));
    }

    @Test
    void takesAnyOneAtRandom() {
        Resolver resolver = resolver(Dns.DEFAULT.withSelect(Select.RANDOM));

        assertThat(IntStream.range(0, 500).mapToObj(_ -> resolver.select("shop.test", answer)))
                .allMatch(it -> it.size() == 1)
                .contains(addresses("10.0.0.1"), addresses("10.0.0.2"), addresses("10.0.0.3"));
    }

    @ParameterizedTest
    @CsvSource({"roundRobin", "first", "random"})
    void readsSelectionsAsTheyAreWritten(String text) {
        assertThat(Select.parse(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"preferIPv4", "preferIPv6", "onlyIPv4", "onlyIPv6", "any"})
    void readsPoliciesAsTheyAreWritten(String text) {
        assertThat(Policy.parse(text).text()).isEqualTo(text);
    }
}
