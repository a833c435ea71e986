package io.spate.script.yaml.step;

import io.spate.plan.ThinkTime;
import io.spate.script.yaml.text.Template;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One thing that a virtual user does. */
public sealed interface Step permits Step.Block, Step.Simple {

    /** A step that has no steps in it. */
    sealed interface Simple extends Step permits Act, RequestStep {}

    /** A pause. */
    record Pause(ThinkTime length) implements Act {}

    /** Gives variables values. */
    record Assign(List<Assignment> assignments) implements Act {
        public Assign {
            assignments = List.copyOf(assignments);
        }
    }

    /** A variable, and what it becomes. */
    record Assignment(String variable, Template value) {}

    /** Records values of the test's own metrics. */
    record Measure(List<Measurement> measurements) implements Act {
        public Measure {
            measurements = List.copyOf(measurements);
        }
    }

    /** A metric by its number among the test's own, and what is recorded of it. */
    record Measurement(int metric, Template value) {}

    /** Sends headers with every request of the user from now on. */
    record SendHeaders(Map<String, Template> headers) implements Act {
        public SendHeaders {
            headers = inOrder(headers);
        }
    }

    /** Puts tags on all that the user records from now on. */
    record PutTags(Map<String, Template> tags) implements Act {
        public PutTags {
            tags = inOrder(tags);
        }
    }

    /** Forgets the user's cookies. */
    record ClearCookies() implements Act {}

    /** Ends the iteration, counted as failed, for a reason. */
    record Fail(Template reason) implements Act {}

    /** Ends the innermost loop, or the iteration, which counts as complete. */
    record Stop(Flow what) implements Act {}

    /** A step that is done in one go, and is no request. */
    sealed interface Act extends Simple {}

    /** A step that has steps in it. */
    sealed interface Block extends Step {}

    /** Steps whose time is measured together. */
    record Group(String name, List<Step> steps) implements Block {
        public Group {
            steps = List.copyOf(steps);
        }
    }

    /**
     * Steps done some times.
     *
     * @param times a whole number
     * @param counter the variable that counts them from 1
     */
    record Repeat(Template times, Optional<String> counter, List<Step> steps) implements Block {
        public Repeat {
            steps = List.copyOf(steps);
        }
    }

    /**
     * Steps done as long as a condition holds, which is asked before each time.
     *
     * @param max how often at most; more fails the iteration
     */
    record While(Condition condition, Optional<String> counter, int max, List<Step> steps)
            implements Block {
        public While {
            steps = List.copyOf(steps);
        }
    }

    /**
     * Steps done for each element of a list.
     *
     * @param item the variable that holds the element
     */
    record ForEach(String item, Optional<String> counter, Items items, List<Step> steps)
            implements Block {
        public ForEach {
            steps = List.copyOf(steps);
        }
    }

    /** What a loop goes through. */
    sealed interface Items {
        /** Elements that the file lists. */
        record Listed(List<Template> elements) implements Items {
            public Listed {
                elements = List.copyOf(elements);
            }
        }

        /** A variable that holds a list. */
        record Extracted(String variable) implements Items {}
    }

    /** Steps done where a condition holds, and others where it does not. */
    record If(Condition condition, List<Step> then, List<Step> otherwise) implements Block {
        public If {
            then = List.copyOf(then);
            otherwise = List.copyOf(otherwise);
        }
    }

    /** One of several lists of steps, chosen at random by weight. */
    record Choose(List<Choice> choices) implements Block {
        public Choose {
            choices = List.copyOf(choices);
        }
    }

    /**
     * A list of steps that may be chosen.
     *
     * @param bound the sum of the weights up to and with this one's
     */
    record Choice(int bound, List<Step> steps) {
        public Choice {
            steps = List.copyOf(steps);
        }
    }

    /** How a list of steps ended. */
    enum Flow {
        /** All were done. */
        NEXT,
        /** The innermost loop is to end. */
        LOOP,
        /** The iteration is to end. */
        ITERATION
    }

    /** Whether a request is among steps, at any depth. */
    static boolean anyRequest(List<Step> steps) {
        return steps.stream().anyMatch(Step::hasRequest);
    }

    private static boolean hasRequest(Step step) {
        return switch (step) {
            case RequestStep _ -> true;
            case Act _ -> false;
            case Group(_, var steps) -> anyRequest(steps);
            case Repeat(_, _, var steps) -> anyRequest(steps);
            case While(_, _, _, var steps) -> anyRequest(steps);
            case ForEach(_, _, _, var steps) -> anyRequest(steps);
            case If(_, var then, var otherwise) -> anyRequest(then) || anyRequest(otherwise);
            case Choose(var choices) -> choices.stream().anyMatch(it -> anyRequest(it.steps()));
        };
    }

    /** A map that keeps its order and does not change. */
    static <V> Map<String, V> inOrder(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
