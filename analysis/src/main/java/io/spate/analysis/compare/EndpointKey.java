package io.spate.analysis.compare;

/** What tells endpoints apart. */
record EndpointKey(String method, String name) {
    static final EndpointKey ALL = new EndpointKey("", "");
}
