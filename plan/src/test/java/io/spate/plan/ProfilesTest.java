package io.spate.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spate.plan.Executor.Burst;
import io.spate.plan.Executor.ConstantArrivalRate;
import io.spate.plan.Executor.ConstantVus;
import io.spate.plan.Executor.PerVuIterations;
import io.spate.plan.Executor.RampingArrivalRate;
import io.spate.plan.Executor.RampingVus;
import io.spate.plan.Executor.Shape;
import io.spate.plan.Executor.Steps;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** What becomes of each profile. */
class ProfilesTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Workload FIFTY = Workload.NONE.withUsers(50);
    private static final List<RateStage> RATES = List.of(new RateStage(MINUTE, 400));

    @Test
    void iterationsPerUserAreMadeByEachWithinTenMinutesOrTheDuration() {
        var each = FIFTY.with(new Profile.IterationsPerUser(3));

        assertThat(each.executor()).isEqualTo(new PerVuIterations(50, 3, Duration.ofMinutes(10)));
        assertThat(each.withDuration(MINUTE).executor())
                .isEqualTo(new PerVuIterations(50, 3, MINUTE));
    }

    @Test
    void rampingRatesTakeUsersForTheGreatestRate() {
        var ramp = Workload.NONE.with(new Profile.RateStages(20, RATES));

        assertThat(ramp.executor())
                .isEqualTo(new RampingArrivalRate(20, RATES, 40, 4000, Spacing.EVEN));
        assertThat(ramp.withUsers(7).withMaxUsers(70).withSpacing(Spacing.POISSON).executor())
                .isEqualTo(new RampingArrivalRate(20, RATES, 7, 70, Spacing.POISSON));
    }

    @Test
    void aRateMayBeSpacedAtRandom() {
        assertThat(rate(20).withDuration(MINUTE).withSpacing(Spacing.POISSON).executor())
                .isEqualTo(new ConstantArrivalRate(20, MINUTE, 2, 200, Spacing.POISSON));
    }

    @Test
    void stepsEndWithTheUsersOrWithTheDuration() {
        var steps = Workload.NONE.with(new Profile.Steps(50, MINUTE));

        assertThat(steps.withUsers(120).executor())
                .isEqualTo(new Steps(50, 50, MINUTE, 120, Duration.ofMinutes(3)));
        assertThat(steps.withDuration(Duration.ofSeconds(150)).executor())
                .isEqualTo(new Steps(50, 50, MINUTE, 150, Duration.ofSeconds(150)));
        assertThat(steps.withUsers(100).withDuration(Duration.ofMinutes(9)).executor())
                .isEqualTo(new Steps(50, 50, MINUTE, 100, Duration.ofMinutes(9)));
        assertThatThrownBy(steps::executor).hasMessageContaining("give users or a duration");
        assertThatThrownBy(steps.withUsers(20)::executor)
                .hasMessage("users must be at least what a step adds, 50, not 20");
    }

    @Test
    void aSpawnRateIsPartOfTheDurationAndStartsTheFirstUserAtOnce() {
        var spawn = FIFTY.with(new Profile.SpawnRate(10)).withDuration(MINUTE);

        assertThat(spawn.executor())
                .isEqualTo(new RampingVus(1, List.of(stage(4900, 50), stage(55_100, 50))));
        assertThat(spawn.withDuration(Duration.ofSeconds(2)).executor())
                .isEqualTo(new RampingVus(1, List.of(stage(2000, 21), stage(0, 21))));
        assertThat(spawn.withUsers(1).executor())
                .isEqualTo(new RampingVus(1, List.of(stage(0, 1), stage(60_000, 1))));
    }

    @Test
    void aRampUpReachesTheUsersWithinItsTime() {
        var ramp = FIFTY.with(new Profile.RampUp(Duration.ofSeconds(20)));

        assertThat(ramp.withDuration(MINUTE).executor())
                .isEqualTo(new RampingVus(0, List.of(stage(20_000, 50), stage(40_000, 50))));
        assertThatThrownBy(ramp.withDuration(Duration.ofSeconds(5))::executor)
                .hasMessage("the ramp-up (20s) must not be longer than the duration (5s)");
    }

    @Test
    void burstsNeedADuration() {
        var burst = FIFTY.with(new Profile.Burst(10, ThinkTime.NONE));

        assertThat(burst.withDuration(MINUTE).executor())
                .isEqualTo(new Burst(50, 10, ThinkTime.NONE, MINUTE));
        assertThatThrownBy(burst::executor).hasMessage("bursts need a duration");
    }

    @Test
    void shapesHaveLimits() {
        LoadShape shape = (_, _) -> OptionalDouble.of(3);

        assertThat(Workload.NONE.with(new Profile.Shape(shape)).executor())
                .isEqualTo(new Shape(shape, false, Duration.ofHours(24), 10_000));
        assertThat(
                        Workload.NONE
                                .with(new Profile.Shape(shape, true))
                                .withDuration(MINUTE)
                                .withMaxUsers(30)
                                .executor())
                .isEqualTo(new Shape(shape, true, MINUTE, 30));
    }

    @Test
    void whatGoesWithRatesAloneIsRefusedElsewhere() {
        assertThatThrownBy(FIFTY.withMaxUsers(60).withSpacing(Spacing.POISSON)::executor)
                .hasMessageContaining("maxUsers goes with a rate or a shape")
                .hasMessageContaining("spacing goes with a rate");
        assertThatThrownBy(Workload.NONE.with(new Profile.RateStages(-1, List.of()))::executor)
                .hasMessageContaining("the rate at the start must be 0 to 10,000,000")
                .hasMessageContaining("rate stages need at least one stage");
        assertThatThrownBy(
                        Workload.NONE.with(new Profile.RateStages(1, RATES)).withDuration(MINUTE)
                                ::executor)
                .hasMessage("stages have durations of their own: leave out duration");
    }

    @Test
    void everyWrongValueIsNamedBesideTheContradiction() {
        var wrong =
                Workload.NONE
                        .with(new Profile.SpawnRate(0))
                        .with(new Profile.RampUp(Duration.ZERO))
                        .with(new Profile.Burst(0, ThinkTime.NONE))
                        .with(new Profile.Steps(0, Duration.ZERO))
                        .with(new Profile.Preset(TestType.SPIKE));

        assertThatThrownBy(wrong::executor)
                .hasMessageContaining("spawn rate must be above 0 users per second, not 0.0")
                .hasMessageContaining("ramp-up must be above 0, not 0s")
                .hasMessageContaining("a burst needs at least 1 iteration, not 0")
                .hasMessageContaining("users added by a step must be 1 to 10,000,000, not 0")
                .hasMessageContaining("a step's duration must be above 0, not 0s")
                .hasMessageContaining(
                        "spawn rate, ramp-up, burst, steps and type spike exclude one another");
    }

    @Test
    void presetsHaveDefaultsAndAreStretched() {
        assertThat(preset(TestType.SMOKE).executor())
                .isEqualTo(new ConstantVus(1, Duration.ofSeconds(30)));
        assertThat(preset(TestType.LOAD).executor())
                .isEqualTo(
                        new RampingVus(
                                0,
                                List.of(stage(30_000, 50), stage(240_000, 50), stage(30_000, 0))));
        assertThat(
                        preset(TestType.SPIKE)
                                .withUsers(500)
                                .withDuration(Duration.ofSeconds(100))
                                .executor())
                .isEqualTo(
                        new RampingVus(
                                50,
                                List.of(
                                        stage(30_000, 50),
                                        stage(5_000, 500),
                                        stage(25_000, 500),
                                        stage(5_000, 50),
                                        stage(35_000, 50))));
        assertThat(preset(TestType.STEP).executor())
                .isEqualTo(new Steps(50, 50, Duration.ofMinutes(2), 500, Duration.ofMinutes(20)));
        assertThat(preset(TestType.BREAKPOINT).executor())
                .isEqualTo(new RampingVus(0, List.of(stage(1_200_000, 1000))));
    }

    @Property
    void everyPresetFillsItsDurationAndReachesItsUsers(
            @ForAll TestType type,
            @ForAll @IntRange(min = 1, max = 10_000_000) int users,
            @ForAll @LongRange(min = 1, max = 1_000_000_000_000_000L) long nanos) {
        var executor =
                preset(type).withUsers(users).withDuration(Duration.ofNanos(nanos)).executor();

        assertThat(executor.duration()).isEqualTo(Duration.ofNanos(nanos));
        assertThat(executor.maxVus()).isEqualTo(users);
    }

    @Test
    void aPresetKeepsTheUsersBelowButBringsItsDuration() {
        var file = FIFTY.withDuration(Duration.ofSeconds(10));

        assertThat(preset(TestType.SOAK).over(file).executor())
                .isEqualTo(preset(TestType.SOAK).withUsers(50).executor());
        assertThat(preset(TestType.SMOKE).over(file).executor())
                .isEqualTo(preset(TestType.SMOKE).executor());
        assertThat(Workload.NONE.withDuration(MINUTE).over(preset(TestType.LOAD)).executor())
                .isEqualTo(preset(TestType.LOAD).withDuration(MINUTE).executor());
    }

    @Test
    void namedLevelsLieBelowWhatIsGiven() {
        assertThat(LoadLevel.parse("Heavy").workload().executor())
                .isEqualTo(
                        FIFTY.withUsers(100)
                                .with(new Profile.SpawnRate(10))
                                .withDuration(Duration.ofMinutes(3))
                                .executor());
        assertThat(Workload.NONE.withUsers(3).over(LoadScale.parse("large").workload()).executor())
                .isEqualTo(new ConstantVus(3, Duration.ofMinutes(30)));
        assertThatThrownBy(() -> LoadLevel.parse("hevy"))
                .hasMessage(
                        "there is no load level \"hevy\"; did you mean \"heavy\"?;"
                                + " use one of light, medium, heavy, stress");
    }

    @Test
    void patternsNeedUsersAndADuration() {
        var given = FIFTY.withDuration(MINUTE);

        assertThat(given.over(LoadPattern.parse("ramp-up").workload()).executor())
                .isEqualTo(new RampingVus(0, List.of(stage(30_000, 50), stage(30_000, 50))));
        assertThat(given.over(LoadPattern.BURST.workload()).executor())
                .isInstanceOfSatisfying(Burst.class, it -> assertThat(it.size()).isEqualTo(10));
        assertThat(LoadPattern.SUSTAINED.think())
                .isEqualTo(new ThinkTime.Uniform(Duration.ofMillis(10), Duration.ofMillis(100)));
    }

    private static Workload preset(TestType type) {
        return Workload.NONE.with(new Profile.Preset(type));
    }

    private static Workload rate(double perSecond) {
        return Workload.NONE.with(new Profile.Rate(perSecond));
    }

    private static Stage stage(int millis, int target) {
        return new Stage(Duration.ofMillis(millis), target);
    }
}
