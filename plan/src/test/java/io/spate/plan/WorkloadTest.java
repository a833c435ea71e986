package io.spate.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spate.plan.Executor.ConstantArrivalRate;
import io.spate.plan.Executor.ConstantVus;
import io.spate.plan.Executor.RampingVus;
import io.spate.plan.Executor.SharedIterations;
import java.time.Duration;
import java.util.List;
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
                Workload.NONE
                        .with(new Profile.Iterations(5))
                        .with(new Profile.Rate(5))
                        .with(new Profile.Stages(STAGES));

        assertThatThrownBy(wrong::executor)
                .isInstanceOf(InvalidPlanException.class)
                .hasMessageContaining("iterations, rate and stages exclude one another: give one")
                .hasMessageContaining("a rate needs a duration");
    }

    @Test
    void valuesOutOfRangeAreNamed() {
        assertThatThrownBy(() -> new ConstantVus(0, Duration.ZERO))
                .hasMessageContaining("users must be 1 to 10,000,000, not 0")
                .hasMessageContaining("duration must be above 0");
        assertThatThrownBy(() -> new ConstantArrivalRate(Double.NaN, MINUTE, 5, 2))
                .hasMessageContaining("rate must be above 0")
                .hasMessageContaining("maxUsers must be 5 to 10,000,000, not 2");
    }

    @Test
    void whatBelongsToAnErasedShapeGoesWithIt() {
        var file = maxUsers(300).over(rate(20)).over(duration(MINUTE));

        assertThat(file.executor()).isEqualTo(new ConstantArrivalRate(20, MINUTE, 2, 300));
        assertThat(iterations(7).over(file).executor())
                .isEqualTo(new SharedIterations(1, 7, MINUTE));
        assertThat(stages().over(file).executor()).isEqualTo(new RampingVus(0, STAGES));
        assertThat(rate(50).over(file).executor())
                .isEqualTo(new ConstantArrivalRate(50, MINUTE, 5, 300));
    }

    @Test
    void usersOverStagesAreThoseAtTheStart() {
        assertThat(users(5).over(stages()).executor()).isEqualTo(new RampingVus(5, STAGES));
    }

    @Test
    void valuesOutOfRangeAreNamedBesideContradictions() {
        var wrong =
                Workload.NONE
                        .withUsers(0)
                        .withDuration(Duration.ofSeconds(-5))
                        .withMaxUsers(-2)
                        .with(new Profile.Iterations(0))
                        .with(new Profile.Rate(-1));

        assertThatThrownBy(wrong::executor)
                .isInstanceOfSatisfying(
                        InvalidPlanException.class,
                        it ->
                                assertThat(it.problems())
                                        .containsExactly(
                                                "users must be 1 to 10,000,000, not 0",
                                                "duration must be above 0, not -5s",
                                                "maxUsers must be 1 to 10,000,000, not -2",
                                                "iterations must be at least 1, not 0",
                                                "rate must be above 0 and at most 10,000,000 per"
                                                        + " second, not -1.0",
                                                "iterations and rate exclude one another: give one"
                                                        + " of them"));
    }

    private static Workload maxUsers(int maxUsers) {
        return Workload.NONE.withMaxUsers(maxUsers);
    }

    private static Workload users(int users) {
        return Workload.NONE.withUsers(users);
    }

    private static Workload duration(Duration duration) {
        return Workload.NONE.withDuration(duration);
    }

    private static Workload iterations(long iterations) {
        return Workload.NONE.with(new Profile.Iterations(iterations));
    }

    private static Workload rate(double rate) {
        return Workload.NONE.with(new Profile.Rate(rate));
    }

    private static Workload stages() {
        return Workload.NONE.with(new Profile.Stages(STAGES));
    }
}
