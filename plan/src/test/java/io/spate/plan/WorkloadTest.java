package io.spate.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spate.plan.Executor.ConstantArrivalRate;
import io.spate.plan.Executor.ConstantVus;
import io.spate.plan.Executor.RampingVus;
import io.spate.plan.Executor.SharedIterations;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class WorkloadTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
    private static final List<Stage> STAGES = List.of(new Stage(TEN_SECONDS, 20));

    @Test
    void nothingGivenIsOneUserAndOneIteration() {
        assertThat(Workload.NONE.executor())
                .isEqualTo(new SharedIterations(1, 1, Duration.ofMinutes(10)));
    }

    @Test
    void theShapeFollowsFromWhatIsGiven() {
        assertThat(users(50).over(duration(MINUTE)).executor())
                .isEqualTo(new ConstantVus(50, MINUTE));
        assertThat(users(5).over(iterations(100)).executor())
                .isEqualTo(new SharedIterations(5, 100, Duration.ofMinutes(10)));
        assertThat(stages().executor()).isEqualTo(new RampingVus(0, STAGES));
        assertThat(rate(2000).over(duration(MINUTE)).executor())
                .isEqualTo(new ConstantArrivalRate(2000, MINUTE, 200, 10_000));
        assertThat(rate(1).over(duration(MINUTE)).executor())
                .isEqualTo(new ConstantArrivalRate(1, MINUTE, 1, 100));
    }

    @Test
    void usersOrDurationAloneKeepTheRestOfTheFile() {
        var file = users(50).over(duration(MINUTE));

        assertThat(duration(TEN_SECONDS).over(file).executor())
                .isEqualTo(new ConstantVus(50, TEN_SECONDS));
        assertThat(users(5).over(file).executor()).isEqualTo(new ConstantVus(5, MINUTE));
        assertThat(duration(TEN_SECONDS).over(rate(20).over(duration(MINUTE))).executor())
                .isEqualTo(new ConstantArrivalRate(20, TEN_SECONDS, 2, 200));
    }

    @Test
    void anotherShapeErasesTheFilesShape() {
        var file = users(50).over(duration(MINUTE));

        assertThat(rate(20).over(file).executor())
                .isEqualTo(new ConstantArrivalRate(20, MINUTE, 50, 200));
        assertThat(stages().over(file).executor()).isEqualTo(new RampingVus(0, STAGES));
        assertThat(users(5).over(duration(MINUTE)).over(stages()).executor())
                .isEqualTo(new ConstantVus(5, MINUTE));
    }

    @Test
    void contradictionsAreAllNamed() {
        var wrong =
                new Workload(
                        OptionalInt.empty(),
                        Optional.empty(),
                        OptionalLong.of(5),
                        OptionalDouble.of(5),
                        OptionalInt.empty(),
                        STAGES);

        assertThatThrownBy(wrong::executor)
                .isInstanceOf(InvalidPlanException.class)
                .hasMessageContaining("exclude one another")
                .hasMessageContaining("a rate needs a duration");
    }

    @Test
    void valuesOutOfRangeAreNamed() {
        assertThatThrownBy(() -> new ConstantVus(0, Duration.ZERO))
                .hasMessageContaining("users must be 1 to 10,000,000, not 0")
                .hasMessageContaining("duration must be above 0");
        assertThatThrownBy(() -> new ConstantArrivalRate(Double.NaN, MINUTE, 5, 2))
                .hasMessageContaining("rate must be above 0")
                .hasMessageContaining("maxUsers (2) must not be less than users (5)");
    }

    private static Workload users(int users) {
        return new Workload(
                OptionalInt.of(users),
                Optional.empty(),
                OptionalLong.empty(),
                OptionalDouble.empty(),
                OptionalInt.empty(),
                List.of());
    }

    private static Workload duration(Duration duration) {
        return new Workload(
                OptionalInt.empty(),
                Optional.of(duration),
                OptionalLong.empty(),
                OptionalDouble.empty(),
                OptionalInt.empty(),
                List.of());
    }

    private static Workload iterations(long iterations) {
        return new Workload(
                OptionalInt.empty(),
                Optional.empty(),
                OptionalLong.of(iterations),
                OptionalDouble.empty(),
                OptionalInt.empty(),
                List.of());
    }

    private static Workload rate(double rate) {
        return new Workload(
                OptionalInt.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                OptionalDouble.of(rate),
                OptionalInt.empty(),
                List.of());
    }

    private static Workload stages() {
        return new Workload(
                OptionalInt.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                OptionalDouble.empty(),
                OptionalInt.empty(),
                STAGES);
    }
}
