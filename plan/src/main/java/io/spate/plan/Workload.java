package io.spate.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * A workload as people write it, in parts: flags, environment and file each give some of them.
 * {@link #over} lays one above another, {@link #executor} makes the whole.
 *
 * @param users virtual users; with stages, how many there are at the start (0 otherwise); with a
 *     rate, how many are made before the start
 * @param duration how long
 * @param maxUsers virtual users at most, for a rate or a shape
 * @param profiles its shape; empty for the same number of users all the time. More than one is a
 *     contradiction, which {@link #executor} tells
 * @param spacing how the iterations of a rate lie in time
 */
public record Workload(
        OptionalInt users,
        Optional<Duration> duration,
        OptionalInt maxUsers,
        List<Profile> profiles,
        Optional<Spacing> spacing) {

    /** Nothing given. */
    public static final Workload NONE =
            new Workload(
                    OptionalInt.empty(),
                    Optional.empty(),
                    OptionalInt.empty(),
                    List.of(),
                    Optional.empty());

    public Workload {
        profiles = List.copyOf(profiles);
    }

    /** The same with a number of users. */
    public Workload withUsers(int count) {
        return new Workload(OptionalInt.of(count), duration, maxUsers, profiles, spacing);
    }

    /** The same with a duration. */
    public Workload withDuration(Duration length) {
        return new Workload(users, Optional.of(length), maxUsers, profiles, spacing);
    }

    /** The same with an upper limit of users. */
    public Workload withMaxUsers(int most) {
        return new Workload(users, duration, OptionalInt.of(most), profiles, spacing);
    }

    /** The same with one more profile. */
    public Workload with(Profile profile) {
        var all = new ArrayList<>(profiles);
        all.add(profile);
        return new Workload(users, duration, maxUsers, all, spacing);
    }

    /** The same with a spacing. */
    public Workload withSpacing(Spacing of) {
        return new Workload(users, duration, maxUsers, profiles, Optional.of(of));
    }

    /**
     * This laid over another: what is given here wins. As in k6, another shape given here erases
     * the shape below, and what goes with that alone; a duration alone keeps it, except that it
     * replaces stages, which have durations of their own. Users keep it too: over stages they are
     * the users at the start, over a rate those made before the start. A preset keeps the users
     * below, but brings its own duration; a smoke test brings its own users too.
     */
    public Workload over(Workload below) {
        var replacesStages = duration.isPresent() && below.any(Workload::isStaged);
        if (!profiles.isEmpty() || replacesStages) {
            var keepsDuration = !profiles.isEmpty() && !any(Workload::bringsDuration);
            var keepsUsers = replacesStages || !any(Workload::bringsUsers);
            var keepsMaxUsers = any(it -> isOpen(it) || it instanceof Profile.Shape);
            return new Workload(
                    users.isPresent() || !keepsUsers ? users : below.users,
                    duration.isPresent() || !keepsDuration ? duration : below.duration,
                    maxUsers.isPresent() || !keepsMaxUsers ? maxUsers : below.maxUsers,
                    profiles,
                    spacing.isPresent() || !any(Workload::isOpen) ? spacing : below.spacing);
        }
        return new Workload(
                users.isPresent() ? users : below.users,
                duration.isPresent() ? duration : below.duration,
                maxUsers.isPresent() ? maxUsers : below.maxUsers,
                below.profiles,
                spacing.isPresent() ? spacing : below.spacing);
    }

    private boolean any(Predicate<Profile> property) {
        return profiles.stream().anyMatch(property);
    }

    /** Whether it is made of stages, with a duration each. */
    private static boolean isStaged(Profile profile) {
        return profile instanceof Profile.Stages || profile instanceof Profile.RateStages;
    }

    private static boolean bringsDuration(Profile profile) {
        return isStaged(profile) || profile instanceof Profile.Preset;
    }

    private static boolean bringsUsers(Profile profile) {
        return isStaged(profile)
                || (profile instanceof Profile.Preset(var type) && type == TestType.SMOKE);
    }

    /** Whether iterations start at a rate. */
    private static boolean isOpen(Profile profile) {
        return profile instanceof Profile.Rate || profile instanceof Profile.RateStages;
    }

    /**
     * The executor it describes. Nothing given is one user and one iteration, as in k6; users alone
     * are as many iterations. A rate without {@link #maxUsers} may use as many users as it starts
     * in 10 s, but at least 100 and at most 10,000 unless more users are given; without users, as
     * many as it starts in 0.1 s are made before the start. Steps end with the users, or with the
     * duration where no users are given. A shape without a duration ends after 24 h at the latest,
     * and without {@link #maxUsers} uses 10,000 users at most.
     *
     * @throws InvalidPlanException naming every problem
     */
    public Executor executor() {
        return new ExecutorOf(this).executor();
    }
}
