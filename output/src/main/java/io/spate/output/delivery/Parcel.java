package io.spate.output.delivery;

/**
 * What is sent at once, and arrives as a whole or not at all.
 *
 * @param load what is sent
 * @param points how many points are in it
 * @param <P> what a carrier sends
 */
public record Parcel<P>(P load, long points) {}
