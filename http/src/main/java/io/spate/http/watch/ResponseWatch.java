package io.spate.http.watch;

import java.util.Optional;

/**
 * What is looked at in each response.
 *
 * @param nodes what tells which node it came from, which becomes a tag
 * @param successes where it is marked when requests succeed
 */
public record ResponseWatch(Optional<NodeSource> nodes, Optional<Successes> successes) {
    /** Nothing. */
    public static final ResponseWatch NONE = new ResponseWatch(Optional.empty(), Optional.empty());

    /** The same with another source of nodes. */
    public ResponseWatch withNodes(NodeSource source) {
        return new ResponseWatch(Optional.of(source), successes);
    }

    /** The same with a place for the times of successes. */
    public ResponseWatch withSuccesses(Successes marks) {
        return new ResponseWatch(nodes, Optional.of(marks));
    }

    /** Whether it needs the bodies of responses. */
    public boolean needsBodies() {
        return nodes.filter(it -> it instanceof NodeSource.Json).isPresent();
    }
}
