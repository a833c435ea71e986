package io.spate.redis;

import java.util.List;

/** Which servers there are. Immutable. */
public sealed interface Servers {

    /** One alone. */
    record Single(Address address) implements Servers {}

    /**
     * A cluster.
     *
     * @param known some of its servers, which tell of the others
     * @param redirectsMax how often a command may be sent on
     */
    record Cluster(List<Address> known, int redirectsMax) implements Servers {
        public Cluster {
            known = List.copyOf(known);
            requireSome(known);
        }
    }

    /**
     * The master of a group that sentinels watch.
     *
     * @param known some of the sentinels
     * @param master the name of the group
     * @param login who one is to the sentinels
     */
    record Watched(List<Address> known, String master, Login login) implements Servers {
        public Watched {
            known = List.copyOf(known);
            requireSome(known);
        }
    }

    private static void requireSome(List<Address> known) {
        if (known.isEmpty()) {
            throw new IllegalArgumentException("no server is given");
        }
    }
}
