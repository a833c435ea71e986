package io.spate.metrics.result;

/**
 * What became of what an output was to take elsewhere.
 *
 * @param output as it is shown to people, such as {@code influxdb (http://localhost:8086/k6)};
 *     never with a secret in it
 * @param sent how many points (values or lines, as the output has them) have arrived
 * @param lost how many have not
 * @param merged how many intervals were merged with their neighbours while the output was away:
 *     nothing of them is lost, but they are told apart less finely
 * @param failure what went wrong last; empty where nothing did
 */
public record Delivered(String output, long sent, long lost, long merged, String failure) {

    /** The same with more that was lost. */
    public Delivered losing(long more) {
        return new Delivered(output, sent, lost + more, merged, failure);
    }
}
