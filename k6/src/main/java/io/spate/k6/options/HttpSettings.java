package io.spate.k6.options;

/**
 * What a script's options say of HTTP beyond {@link io.spate.http.HttpOptions}.
 *
 * @param throwErrors whether a request that fails throws
 * @param batch how many requests of a batch are made at once
 * @param batchPerHost how many of them to one host
 * @param keepCookies whether cookies stay from one iteration to the next
 * @param keepConnections whether connections stay from one iteration to the next
 * @param rate requests in a second that all users make together at most; 0 for no limit
 */
public record HttpSettings(
        boolean throwErrors,
        int batch,
        int batchPerHost,
        boolean keepCookies,
        boolean keepConnections,
        int rate) {
    /** k6's. */
    public static final HttpSettings DEFAULT = new HttpSettings(false, 20, 6, false, true, 0);
}
