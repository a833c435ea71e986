package io.spate.web.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What Locust's routes ask for and show. For any thread. */
public interface Swarm {
    /**
     * Starts a run, or changes the load of the one that goes on.
     *
     * @param form what was posted, by name; a name may come several times
     * @throws BadRequest where it must not be
     */
    Swarming swarm(Map<String, List<String>> form);

    /** Lets the run that goes on end; nothing where none does. */
    void stop();

    /** Lets the statistics begin anew. */
    void reset();

    /**
     * Changes a class of users.
     *
     * @param settings {@code user_class_name} and what of it is to change
     * @throws BadRequest where it cannot be
     */
    void updateUser(JsonNode settings);

    /**
     * What is shown.
     *
     * @throws BadRequest where there is none
     */
    String page(Page which);

    /** What there is to show. */
    enum Page {
        /** The statistics, as JSON. */
        STATS,
        /** The errors of the script, as JSON. */
        EXCEPTIONS,
        /** Classes of users and their tasks with their shares, as JSON. */
        TASKS,
        /** Lines of the log, as JSON. */
        LOGS,
        /** How many workers there are beside this process, as JSON. */
        WORKERS,
        /** Requests, as CSV. */
        REQUESTS_CSV,
        /** Requests over time, as CSV. */
        HISTORY_CSV,
        /** Failures, as CSV. */
        FAILURES_CSV,
        /** Exceptions, as CSV. */
        EXCEPTIONS_CSV,
        /** The report, in HTML. */
        REPORT
    }

    /**
     * What was started.
     *
     * @param message such as {@code Swarming started}
     * @param host the target; empty where there is none
     * @param runSeconds null where it runs until it is stopped
     * @param userClasses null where nobody chose among them
     */
    record Swarming(
            String message,
            String host,
            @Nullable Long runSeconds,
            @Nullable List<String> userClasses) {}
}
