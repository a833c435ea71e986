package io.spate.siege.run;

import io.spate.http.HttpResponse;

/**
 * Sees what users do, on their virtual threads: what it does must not block the loop; parking holds
 * up one user alone, as a full terminal does in siege.
 */
public interface Watcher {

    /** An answer has come. */
    void answered(int user, Link link, HttpResponse response);

    /**
     * A request was not answered.
     *
     * @param reason such as {@code connection refused}
     */
    void unanswered(Link link, String reason);

    /** A page has parts on a host that is none of the list's. Once for each host. */
    void otherHost(String host);
}
