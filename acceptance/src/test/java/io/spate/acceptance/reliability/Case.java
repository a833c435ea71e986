package io.spate.acceptance.reliability;

import io.spate.acceptance.reliability.RawServer.Behaviour;
import io.spate.http.HttpClient;

/**
 * A server that misbehaves, and what Spate must report of it.
 *
 * @param group the heading it stands under
 * @param name what the server does
 * @param listening how its port is reached
 * @param behaviour what it does with a connection
 * @param script what a user does with it
 * @param settings how the client is set
 * @param outcome what is recorded of the requests
 * @param when when that is known
 * @param unseen how many requests of each user the server never sees
 */
record Case(
        String group,
        String name,
        Listening listening,
        Behaviour behaviour,
        Script script,
        Settings settings,
        String outcome,
        When when,
        int unseen) {

    /** How a port is reached. */
    enum Listening {
        PLAIN,
        TLS,
        TLS_EXPIRED,
        TLS_OTHER_NAME,
        TLS_SELF_SIGNED,
        /** TLS is expected, and the server speaks for itself. */
        TLS_BY_HAND,
        /** Its queue of connections is full, and nobody takes one out. */
        FULL,
        NOBODY
    }

    /** When the client knows. */
    enum When {
        AT_ONCE,
        AT_TIMEOUT
    }

    /** What a user does; what it returns is shown behind the outcome. */
    @FunctionalInterface
    interface Script {
        String run(HttpClient client);
    }

    /** How a client differs from the default one. */
    enum Settings {
        DEFAULT,
        DISCARD_BODIES
    }

    /** Two plain requests, one after another. */
    private static String twoRequests(HttpClient client) {
        client.request("GET", "/").send();
        client.request("GET", "/").send();
        return "";
    }

    static Case plain(String group, String name, Behaviour behaviour, String outcome) {
        return new Case(
                group,
                name,
                Listening.PLAIN,
                behaviour,
                Case::twoRequests,
                Settings.DEFAULT,
                outcome,
                When.AT_ONCE,
                0);
    }

    Case on(Listening other) {
        return new Case(group, name, other, behaviour, script, settings, outcome, when, unseen);
    }

    Case doing(Script other) {
        return new Case(group, name, listening, behaviour, other, settings, outcome, when, unseen);
    }

    Case discardingBodies() {
        return new Case(
                group,
                name,
                listening,
                behaviour,
                script,
                Settings.DISCARD_BODIES,
                outcome,
                when,
                unseen);
    }

    Case atTheTimeout() {
        return new Case(
                group,
                name,
                listening,
                behaviour,
                script,
                settings,
                outcome,
                When.AT_TIMEOUT,
                unseen);
    }

    /** Some requests end before they reach the server. */
    Case unseen(int ofEachUser) {
        return new Case(
                group, name, listening, behaviour, script, settings, outcome, when, ofEachUser);
    }

    boolean tls() {
        return switch (listening) {
            case PLAIN, FULL, NOBODY -> false;
            case TLS, TLS_EXPIRED, TLS_OTHER_NAME, TLS_SELF_SIGNED, TLS_BY_HAND -> true;
        };
    }

    @Override
    public String toString() {
        return name;
    }
}
