package io.spate.k6.api.redis;

import io.spate.k6.vu.DataCount;
import io.spate.k6.vu.EventQueue;
import io.spate.k6.vu.Vu;
import io.spate.net.failure.NetException;
import io.spate.redis.Command;
import io.spate.redis.RedisClient;
import io.spate.redis.RedisException;
import io.spate.redis.Reply;
import java.util.List;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** A client as a script has it: made in init code, connected where the user has a loop. */
public final class RedisCalls {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** The largest whole number below which all of them are numbers of JavaScript. */
    private static final long SAFE_MAX = 1L << 53;

    private final Vu vu;
    private final GivenOptions options;
    private @Nullable Object stay;
    private @Nullable RedisClient client;
    private @Nullable DataCount data;

    RedisCalls(Vu vu, GivenOptions options) {
        this.vu = vu;
        this.options = options;
    }

    /** Whether there is a loop to connect on. */
    @HostAccess.Export
    public boolean mayConnect() {
        return vu.isRunning();
    }

    /** Whether it has sent anything. */
    @HostAccess.Export
    public boolean isConnected() {
        return client != null;
    }

    /**
     * Sends a command, and comes back at once.
     *
     * @param words its name and what follows
     * @param done told once of a kind and a value: {@code plain} with a text, a number or null,
     *     {@code json} with a text of it, {@code refusal} with why there is no reply
     */
    @HostAccess.Export
    public void call(String[] words, Value done) {
        var command = new Command(List.of(words));
        var to = connected();
        var sending = new Sending();
        var feed = vu.queue().open(sending::drop);
        sending.thread =
                vu.user()
                        .loop()
                        .startVirtualThread(
                                "user-" + vu.id() + "-redis", () -> call(to, command, feed, done));
    }

    /** A command on its way. */
    private static final class Sending {
        private @Nullable Thread thread;

        private void drop() {
            if (thread != null) {
                thread.interrupt();
            }
        }
    }

    private RedisClient connected() {
        var known = client;
        if (known != null && vu.stay().equals(stay)) {
            return known;
        }
        var user = vu.user();
        var connector = user.loop().connector();
        var secured = options.secured().filter(it -> !it.equals(GivenOptions.Secured.AS_THE_RUN));
        var made =
                new RedisClient(
                        user.loop(),
                        secured.isPresent() ? connector.secured(secured.get()::over) : connector,
                        options.options(vu.test().planned().http().verifyTls()),
                        vu.test().ticker());
        vu.atEnds(() -> {}, made::close);
        data = new DataCount(user);
        stay = vu.stay();
        client = made;
        return made;
    }

    private void call(RedisClient to, Command command, EventQueue.Feed feed, Value done) {
        try {
            var reply = to.call(command);
            feed.post(() -> tell(reply, done));
        } catch (NetException e) {
            if (e.kind() != NetException.Kind.INTERRUPTED) {
                feed.post(() -> tell(done, "refusal", String.valueOf(e.getMessage())));
            }
        } catch (RedisException e) {
            feed.post(() -> tell(done, "refusal", String.valueOf(e.getMessage())));
        } finally {
            if (to.equals(client) && data != null) {
                data.upTo(to.bytesIn(), to.bytesOut());
            }
            feed.end();
        }
    }

    private static void tell(Reply reply, Value done) {
        switch (reply) {
            case Reply.Text(var value) -> tell(done, "plain", value);
            case Reply.Whole(var value) -> tell(done, "plain", number(value));
            case Reply.Nothing _ -> tell(done, "plain", null);
            case Reply.Refusal(var message) -> tell(done, "refusal", message);
            case Reply.Many _ ->
                    tell(done, "json", JsonMapper.shared().writeValueAsString(json(reply)));
        }
    }

    private static void tell(Value done, String kind, @Nullable Object value) {
        done.executeVoid(kind, value);
    }

    private static Number number(long value) {
        if (Math.abs(value) <= SAFE_MAX) {
            return value;
        }
        return (double) value;
    }

    private static JsonNode json(Reply reply) {
        return switch (reply) {
            case Reply.Text(var value) -> NODES.stringNode(value);
            case Reply.Whole(var value) -> NODES.numberNode(value);
            case Reply.Nothing _ -> NODES.nullNode();
            case Reply.Refusal(var message) -> NODES.stringNode(message);
            case Reply.Many(var all) -> {
                var array = NODES.arrayNode();
                all.forEach(it -> array.add(json(it)));
                yield array;
            }
        };
    }
}
