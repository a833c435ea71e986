package io.spate.http.channel;

import io.spate.http.wire.Failure.Failed;
import io.spate.http.wire.Origin;
import io.spate.net.failure.NetException;
import org.jspecify.annotations.Nullable;

/**
 * The open connections of one virtual user: at most one to each server, and to a few servers. The
 * one used longest ago makes room for a new one. Where users share connections, this user's place
 * among theirs.
 */
public final class Channels {
    public static final int MAX = 8;

    private final Dialer dialer;
    private final @Nullable SharedChannels shared;
    private final int place;
    private final Runnable full;

    /** The one used last stands first. */
    private final @Nullable Origin[] origins;

    private final @Nullable Channel[] channels;
    private int count;
    private boolean left;

    /**
     * No connections yet.
     *
     * @param shared those of all users; null where each has its own
     * @param full told whenever one has to make room
     */
    public Channels(Dialer dialer, @Nullable SharedChannels shared, Runnable full) {
        this.dialer = dialer;
        this.shared = shared;
        this.full = full;
        place = shared == null ? 0 : shared.nextPlace();
        int most = shared == null ? MAX : 0;
        origins = new @Nullable Origin[most];
        channels = new @Nullable Channel[most];
    }

    /** The connection to a server that can take a request, if there is one. */
    public @Nullable Channel idle(Call call) {
        Origin origin = call.origin();
        call.readyNanos = call.startNanos();
        if (shared != null) {
            return shared.idle(origin, place);
        }
        for (int i = 0; i < count; i++) {
            Origin known = origins[i];
            Channel channel = channels[i];
            if (known != null && channel != null && known.isSame(origin)) {
                if (channel.isUsable()) {
                    toFront(i);
                    return channel;
                }
                remove(i);
                return null;
            }
        }
        return null;
    }

    /** Opens one. */
    public Channel open(Call call) throws NetException, Failed {
        call.readyNanos = 0;
        if (shared != null) {
            return shared.open(call, place);
        }
        Channel channel = dialer.open(call);
        if (count == MAX) {
            full.run();
            remove(MAX - 1);
        }
        origins[count] = call.origin();
        channels[count] = channel;
        toFront(count++);
        return channel;
    }

    /**
     * Says that a request over a connection has ended.
     *
     * @param closing whether it was to be the last one
     */
    public void release(Channel channel, boolean closing) {
        if (shared != null) {
            return; // the next user finds out whether it can be used
        }
        if (closing || !channel.isUsable()) {
            for (int i = 0; i < count; i++) {
                if (channel.equals(channels[i])) {
                    remove(i);
                    return;
                }
            }
        }
    }

    /** Closes all that are this user's own; those shared when the last user goes. */
    public void closeAll() {
        if (shared != null && !left) {
            left = true;
            shared.leave();
        }
        while (count > 0) {
            remove(count - 1);
        }
    }

    private void toFront(int index) {
        if (index > 0) {
            Origin origin = origins[index];
            Channel channel = channels[index];
            System.arraycopy(origins, 0, origins, 1, index);
            System.arraycopy(channels, 0, channels, 1, index);
            origins[0] = origin;
            channels[0] = channel;
        }
    }

    private void remove(int index) {
        Channel channel = channels[index];
        count--;
        System.arraycopy(origins, index + 1, origins, index, count - index);
        System.arraycopy(channels, index + 1, channels, index, count - index);
        origins[count] = null;
        channels[count] = null;
        if (channel != null) {
            channel.close();
        }
    }
}
