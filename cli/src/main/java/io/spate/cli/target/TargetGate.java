package io.spate.cli.target;

import io.spate.cli.process.UsageException;
import io.spate.net.NetOptions;
import io.spate.net.route.Dns;
import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Whom a script may connect to, which says so only when it does. Where nobody has confirmed public
 * addresses they are refused, and the first that is tried ends the run. For any thread; takes no
 * lock.
 */
public final class TargetGate implements NetOptions.Gate {
    private final AllowedTargets allowed;
    private final boolean publicToo;
    private final AtomicReference<Optional<String>> refused =
            new AtomicReference<>(Optional.empty());
    private volatile Runnable end = () -> {};

    private TargetGate(AllowedTargets allowed, boolean publicToo) {
        this.allowed = allowed;
        this.publicToo = publicToo;
    }

    /** One as the environment says, for runs that somebody started by hand. */
    public static TargetGate of(Map<String, String> env) {
        return new TargetGate(AllowedTargets.of(env), true);
    }

    /** One that lets nothing out of this machine and its networks. */
    public static TargetGate withoutPublic(Map<String, String> env) {
        return new TargetGate(AllowedTargets.of(env), false);
    }

    /** Says how the run is ended. */
    public void onRefusal(Runnable action) {
        end = action;
    }

    /** The public address that it has refused; empty where there was none. */
    public Optional<String> refused() {
        return refused.get();
    }

    /** Throws where it has refused a public address: the run is not what was asked for. */
    public void check() {
        if (refused().isPresent()) {
            throw new UsageException(
                    "the script went to %s, a public address, and was stopped before it got there. Confirm that you may load it, and start again."
                            .formatted(refused().get()));
        }
    }

    @Override
    public boolean admits(String host) {
        return allowed.admits(host) && (publicToo || !Dns.looksLiteral(host) || admitsText(host));
    }

    private boolean admitsText(String literal) {
        try {
            return admits(InetAddress.ofLiteral(literal));
        } catch (IllegalArgumentException _) {
            // A name, which will be looked up.
            return true;
        }
    }

    @Override
    public boolean admits(InetAddress address) {
        boolean good = publicToo || !TargetGuard.isPublic(address);
        if (!good
                && refused.compareAndSet(Optional.empty(), Optional.of(address.getHostAddress()))) {
            end.run();
        }
        return good;
    }
}
