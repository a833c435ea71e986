package io.spate.web.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tests that a page may start, as whoever starts the server wires it. For any thread. */
public interface Plans {
    /** Those there are, by their paths. */
    List<PlanFile> list();

    /** The plan that was named at the start, or the only one there is; empty where neither is. */
    Optional<String> only();

    /** What Locust's page begins with, where a locustfile is all there is to start. */
    default @Nullable LocustFields locust() {
        return null;
    }

    /**
     * What the command line of Locust says, as the first values of a page's fields.
     *
     * @param host empty where none was given
     * @param durationMs null for until it is stopped
     * @param userClasses all there are to choose from
     * @param classPicker whether people may choose among them
     * @param shape the class that decides on users by itself; null where there is none
     */
    record LocustFields(
            int users,
            double spawnRate,
            String host,
            @Nullable Long durationMs,
            List<String> userClasses,
            boolean classPicker,
            @Nullable String shape) {
        public LocustFields {
            userClasses = List.copyOf(userClasses);
        }
    }

    /**
     * What a run would do.
     *
     * @throws BadRequest naming all that is wrong
     */
    Checked check(RunRequest request);

    /**
     * Starts a run; returns its id.
     *
     * @throws BadRequest where it must not be
     */
    String start(RunRequest request);

    /**
     * A test.
     *
     * @param path from the folder of plans
     * @param kind {@code yaml}, {@code java}, {@code k6} or {@code locust}
     */
    record PlanFile(String path, String kind, String name) {}

    /** What is asked for in the place of what a plan says. */
    sealed interface Load {
        /**
         * Users.
         *
         * @param spawnRate how many begin per second; 0 for all at once
         * @param durationMs 0 for what the plan says
         */
        record Users(int users, double spawnRate, long durationMs) implements Load {}

        /**
         * Iterations per second.
         *
         * @param maxUsers 0 for what the plan says
         */
        record Rate(double rate, int maxUsers, long durationMs) implements Load {}

        /** A line from point to point, in users or iterations per second. */
        record Line(boolean ofRates, List<Point> points) implements Load {
            public Line {
                points = List.copyOf(points);
            }
        }
    }

    /** A point of a load over time. */
    record Point(long atMs, double value) {}

    /**
     * A run to be.
     *
     * @param plan by its path; empty for the only one there is
     * @param target in place of the plan's
     * @param load in place of the plan's
     * @param tags each as {@code key=value}
     * @param variables of the script
     * @param userClasses of a locustfile; empty for all
     * @param confirmPublic whether somebody said that a public target may be loaded
     */
    record RunRequest(
            Optional<String> plan,
            Optional<String> target,
            Optional<Load> load,
            List<String> tags,
            Optional<String> environment,
            Map<String, String> variables,
            List<String> userClasses,
            boolean confirmPublic) {
        public RunRequest {
            userClasses = List.copyOf(userClasses);
            tags = List.copyOf(tags);
            variables = Map.copyOf(variables);
        }
    }

    /**
     * What a run would do.
     *
     * @param durationMs null where the plan does not say when it ends
     * @param curve the load over time; empty where it is not known before
     * @param command the command line that does the same
     */
    record Checked(
            boolean ok,
            String name,
            String target,
            @Nullable Long durationMs,
            List<ScenarioWords> scenarios,
            List<Point> curve,
            String curveUnit,
            boolean publicTarget,
            List<String> warnings,
            String command) {
        public Checked {
            scenarios = List.copyOf(scenarios);
            curve = List.copyOf(curve);
            warnings = List.copyOf(warnings);
        }
    }

    /** A scenario in words. */
    record ScenarioWords(String name, String executor, String words) {}
}
