package io.spate.script.debug;

import io.spate.http.ExchangeObserver;

/**
 * Sees all that virtual users do, for finding mistakes in a test. Called on the users' virtual
 * threads, so one for several event loops must be safe for use by any thread.
 */
public interface UserObserver extends ExchangeObserver {

    /** A check was made. */
    void checked(String name, boolean passed);

    /** A variable was set in the user's session. */
    void kept(String name, Object value);
}
