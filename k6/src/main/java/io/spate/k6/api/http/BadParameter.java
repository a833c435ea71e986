package io.spate.k6.api.http;

/** A parameter of a request with which it cannot be made. */
final class BadParameter extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    BadParameter(String message) {
        super(message);
    }
}
