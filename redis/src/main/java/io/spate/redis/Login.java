package io.spate.redis;

import java.util.ArrayList;
import java.util.List;

/**
 * How a connection begins.
 *
 * @param username empty for the default user
 * @param password empty for none
 * @param clientName what the server lists the connection by; empty for none
 * @param database its number
 */
public record Login(String username, String password, String clientName, int database) {
    /** No password, and the first database. */
    public static final Login NONE = new Login("", "", "", 0);

    public Login {
        if (database < 0) {
            throw new IllegalArgumentException("a database's number is not below 0: " + database);
        }
    }

    List<Command> commands() {
        var all = new ArrayList<Command>();
        if (!password.isEmpty()) {
            all.add(
                    username.isEmpty()
                            ? Command.of("AUTH", password)
                            : Command.of("AUTH", username, password));
        }
        if (!clientName.isEmpty()) {
            all.add(Command.of("CLIENT", "SETNAME", clientName));
        }
        if (database > 0) {
            all.add(Command.of("SELECT", Integer.toString(database)));
        }
        return all;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "Login[username=%s, database=%d]".formatted(username, database);
    }
}
