package io.spate.script.config;

import io.spate.script.LoadOptions;
import io.spate.script.LoadTest;
import io.spate.script.LoadedTest;
import io.spate.script.TestBuilder;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/** The test that endpoints with shares make: each iteration is one request to one of them. */
public final class EndpointMix implements LoadTest {
    private static final int DECIMALS_MAX = 6;

    private final List<EndpointShare> endpoints;
    private final boolean needsBodies;

    private EndpointMix(List<EndpointShare> endpoints, boolean needsBodies) {
        this.endpoints = List.copyOf(endpoints);
        this.needsBodies = needsBodies;
    }

    /**
     * The test.
     *
     * @param name what it is called
     * @param options with a target, where paths are not URLs
     */
    public static LoadedTest load(String name, List<EndpointShare> endpoints, LoadOptions options) {
        return LoadedTest.of(
                name, new EndpointMix(endpoints, options.watch().needsBodies()), options);
    }

    @Override
    public void define(TestBuilder test) {
        if (!needsBodies) {
            test.discardBodies();
        }
        var scenario = test.scenario("endpoints");
        var weights = weights(endpoints.stream().map(EndpointShare::share).toList());
        for (int i = 0; i < endpoints.size(); i++) {
            var endpoint = endpoints.get(i);
            scenario.task(
                    weights.get(i),
                    user -> user.request(endpoint.method(), endpoint.path()).send());
        }
    }

    /** Whole numbers that have the proportions of shares, to the sixth decimal. */
    static List<Integer> weights(List<BigDecimal> shares) {
        int decimals =
                shares.stream()
                        .mapToInt(
                                it -> Math.clamp(it.stripTrailingZeros().scale(), 0, DECIMALS_MAX))
                        .max()
                        .orElse(0);
        var whole = shares.stream().map(it -> it.movePointRight(decimals).toBigInteger()).toList();
        var divisor = whole.stream().reduce(BigInteger.ZERO, BigInteger::gcd).max(BigInteger.ONE);
        return whole.stream().map(it -> it.divide(divisor).intValueExact()).toList();
    }
}
