package io.spate.output.delivery;

import java.util.Optional;

/**
 * Points that are encoded already.
 *
 * @param parcel them
 * @param bytes how many bytes they take
 * @param <P> what they are encoded as
 */
public record Batch<P>(Parcel<P> parcel, long bytes) implements Freight<Batch<P>> {
    @Override
    public long points() {
        return parcel.points();
    }

    @Override
    public Optional<Batch<P>> merged(Batch<P> later) {
        return Optional.empty();
    }
}
