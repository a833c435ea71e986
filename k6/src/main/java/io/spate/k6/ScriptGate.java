package io.spate.k6;

import io.spate.k6.options.AddressBlock;
import io.spate.k6.options.K6Options;
import io.spate.net.NetOptions;
import java.net.InetAddress;

/**
 * Keeps a script from the hosts and addresses that its options name.
 *
 * @param outer what holds besides
 */
record ScriptGate(NetOptions.Gate outer, K6Options.Network network) implements NetOptions.Gate {
    @Override
    public boolean admits(String host) {
        return outer.admits(host) && !HostPattern.anyFits(network.blockedHosts(), host);
    }

    @Override
    public boolean admits(InetAddress address) {
        return outer.admits(address) && !AddressBlock.anyHas(network.blockedAddresses(), address);
    }
}
