package io.spate.web.api;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** A request that cannot be done as it is: names all that is wrong with it. */
public final class BadRequest extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    private final int status;

    @SuppressWarnings("serial") // an immutable list of records of texts and numbers
    private final List<Mistake> mistakes;

    /** With the status of HTTP, such as 422, and at least one mistake. */
    public BadRequest(int status, List<Mistake> mistakes) {
        super(
                mistakes.stream().map(Mistake::message).collect(Collectors.joining("\n")),
                null,
                false,
                false);
        this.status = status;
        this.mistakes = List.copyOf(mistakes);
    }

    /** With one mistake. */
    public BadRequest(int status, String message) {
        this(status, List.of(Mistake.of(message)));
    }

    /** With one mistake of a field. */
    public BadRequest(String field, String message) {
        this(422, List.of(Mistake.of(field, message)));
    }

    /** The status of HTTP. */
    public int status() {
        return status;
    }

    /** What is wrong. */
    public List<Mistake> mistakes() {
        return mistakes;
    }
}
