package io.spate.acceptance.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.acceptance.reliability.Case.When;
import io.spate.acceptance.reliability.Trial.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a server does: it is reported by kind, counted once, and costs nobody else. */
@Timeout(120)
class MisbehavingServersTest {
    /** Far above what a loaded machine takes, far below a request that has lost its deadline. */
    private static final Duration SLACK = Duration.ofSeconds(5);

    private static Certificates certificates;

    @BeforeAll
    static void makeCertificates(@TempDir Path folder) throws Exception {
        certificates = new Certificates(folder);
        // The JDK keeps a socket or two of its own from the first use on.
        Outcome _ = new Trial(Cases.good(), certificates).run();
    }

    static List<Case> cases() {
        return Cases.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isReportedAndCounted(Case tried) throws Exception {
        int socketsBefore = Sockets.open();

        Outcome outcome = new Trial(tried, certificates).run();

        assertThat(outcome.thrown()).as("thrown in Spate").isEmpty();
        assertThat(outcome.observation().outcome()).isEqualTo(tried.outcome());
        assertThat(outcome.requestsSeen())
                .as("requests that the server saw")
                .isEqualTo(
                        outcome.observation().requests()
                                + outcome.observation().repeated()
                                - (long) Trial.USERS * tried.unseen());
        if (tried.when() == When.AT_TIMEOUT) {
            assertThat(outcome.longest())
                    .isBetween(Trial.TIMEOUT, Trial.TIMEOUT.multipliedBy(2).plus(SLACK));
        }
        assertThat(outcome.others().outcome()).as("what another user got").isEqualTo("200");
        assertThat(outcome.closed()).as("all connections closed").isTrue();
        assertThat(Sockets.comes(() -> Sockets.open() <= socketsBefore))
                .as("all sockets closed, from %s", socketsBefore)
                .isTrue();
    }
}
