/**
 * Prometheus: a page to scrape, remote write as k6's, and the Pushgateway.
 *
 * <p>Threading: what a run came to so far belongs to the delivery's thread; a page that is scraped
 * reads it under a lock. Allocation: a total and a set of labels for each series, bounded by their
 * number.
 */
package io.spate.output.prometheus;
