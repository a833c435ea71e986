package io.spate.siege.text;

import java.time.LocalDateTime;

/**
 * A transaction, to be shown.
 *
 * @param user from 0
 * @param protocol of the answer: {@code HTTP/1.1}
 * @param bytes of the body as transferred
 * @param id of the URL in its list; 0 for what is not in it
 * @param shownUrl path and query, or the whole URL where the method is not GET
 * @param at when it ended, by the local clock
 */
public record Hit(
        int user,
        String protocol,
        int status,
        double seconds,
        long bytes,
        String method,
        String shownUrl,
        int id,
        LocalDateTime at) {}
