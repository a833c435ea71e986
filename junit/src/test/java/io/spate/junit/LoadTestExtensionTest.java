package io.spate.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import io.spate.demo.DemoOptions;
import io.spate.demo.DemoShop;
import io.spate.script.User;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** What a load test that does not pass says. */
class LoadTestExtensionTest {

    /** What JUnit tells of a method of {@link Failing}. */
    private static String failure(String method) {
        var request =
                LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectMethod(Failing.class, method, User.class.getName()))
                        .build();
        var listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, listener);
        var failures = listener.getSummary().getFailures();
        assertThat(failures).hasSize(1);
        return String.valueOf(failures.getFirst().getException());
    }

    @Test
    void aThresholdThatIsCrossedFailsTheTestInWords() {
        assertThat(failure("tooSlow"))
                .containsPattern("- P95 latency [\\d.]+ms exceeds threshold 0.0001ms")
                .containsPattern("- Throughput [\\d.]+ req/sec below threshold 1000000 req/sec")
                .contains("█ THRESHOLDS", "/health");
    }

    @Test
    void anAssertionThatFailsInAnIterationFailsTheTest() {
        assertThat(failure("wrong"))
                .contains("3 times: ", "the shop sold out", "wrong (LoadTestExtensionTest.java:");
    }

    @Test
    void aTestWithoutARequestFails() {
        assertThat(failure("idle")).contains("no request was made");
    }

    @Test
    void aMistakeInTheAnnotationIsSaid() {
        assertThat(failure("mistaken")).contains("errorRate \"half\" is not a percentage");
    }

    /** Run by the tests above alone. */
    static class Failing {
        @LoadTest(iterations = 5)
        @Objectives(p95 = "100ns", throughput = 1_000_000)
        void tooSlow(User user) {
            try (var shop = DemoShop.start(DemoOptions.defaults())) {
                user.get(shop.url() + "/health").send();
            }
        }

        @LoadTest(iterations = 3)
        void wrong(User user) {
            throw new AssertionError("the shop sold out");
        }

        @LoadTest
        void idle(User user) {}

        @LoadTest
        @Objectives(errorRate = "half")
        void mistaken(User user) {}
    }
}
