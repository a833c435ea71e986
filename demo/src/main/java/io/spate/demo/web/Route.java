package io.spate.demo.web;

/**
 * One method of one path.
 *
 * @param method such as {@code GET}
 * @param template the path, with {@code {id}} for its last segment where that varies
 * @param cost how much work it is
 * @param handler makes the reply
 * @param stats what was answered so far
 */
public record Route(String method, String template, Cost cost, Handler handler, RouteStats stats) {

    /** Makes the reply to a request. */
    @FunctionalInterface
    public interface Handler {
        /** Throws {@link MalformedBodyException}, which becomes a reply with status 400. */
        Reply answer(Request request);
    }

    public static Route of(String method, String template, Cost cost, Handler handler) {
        return new Route(method, template, cost, handler, new RouteStats());
    }

    public static Route get(String template, Cost cost, Handler handler) {
        return of("GET", template, cost, handler);
    }

    public static Route post(String template, Cost cost, Handler handler) {
        return of("POST", template, cost, handler);
    }

    /** The same for HEAD, which is counted on its own. */
    public Route forHead() {
        return of("HEAD", template, cost, handler);
    }

    public Reply answer(Request request) {
        try {
            return handler.answer(request);
        } catch (MalformedBodyException e) {
            return Reply.error(Status.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
    }
}
