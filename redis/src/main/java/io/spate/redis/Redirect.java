package io.spate.redis;

import java.util.Optional;

/**
 * Where a server of a cluster sends a command on to.
 *
 * @param lasting whether all commands of the slot belong there from now on
 */
record Redirect(boolean lasting, int slot, Address to) {

    /**
     * What a reply says of it; empty where it is none.
     *
     * @param from who has said it: an empty host is its own
     */
    static Optional<Redirect> of(Reply reply, Address from) {
        if (!(reply instanceof Reply.Refusal refusal)
                || !(refusal.isOf("MOVED") || refusal.isOf("ASK"))) {
            return Optional.empty();
        }
        var words = refusal.message().split(" ", -1);
        int colon = words.length == 3 ? words[2].lastIndexOf(':') : -1;
        if (colon < 0) {
            return Optional.empty();
        }
        try {
            var host = colon == 0 ? from.host() : words[2].substring(0, colon);
            var to = new Address(host, Integer.parseInt(words[2].substring(colon + 1)));
            return Optional.of(new Redirect(refusal.isOf("MOVED"), Integer.parseInt(words[1]), to));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
