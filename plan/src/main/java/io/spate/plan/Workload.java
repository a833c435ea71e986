package io.spate.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A workload as people write it, in parts: flags, environment and file each give some of them.
 * {@link #over} lays one above another, {@link #executor} makes the whole.
 *
 * @param users virtual users
 * @param duration how long
 * @param iterations iterations, shared by the users
 * @param rate iterations per second
 * @param maxUsers virtual users at most, for a rate
 * @param stages straight lines from one number of users to the next; empty for none
 */
public record Workload(
        OptionalInt users,
        Optional<Duration> duration,
        OptionalLong iterations,
        OptionalDouble rate,
        OptionalInt maxUsers,
        List<Stage> stages) {

    /** Nothing given. */
    public static final Workload NONE =
            new Workload(
                    OptionalInt.empty(),
                    Optional.empty(),
                    OptionalLong.empty(),
                    OptionalDouble.empty(),
                    OptionalInt.empty(),
                    List.of());

    public Workload {
        stages = List.copyOf(stages);
    }

    /**
     * This laid over another: what is given here wins. As in k6, giving a shape here (duration,
     * iterations, rate or stages) erases the shape below.
     */
    public Workload over(Workload below) {
        throw new UnsupportedOperationException();
    }

    /** The executor it describes. Throws {@link InvalidPlanException} naming every problem. */
    public Executor executor() {
        throw new UnsupportedOperationException();
    }
}
