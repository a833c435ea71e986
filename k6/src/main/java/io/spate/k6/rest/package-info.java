/**
 * k6's REST API: what a run comes to while it goes on, and how it is steered; and its client.
 *
 * <p>Threading: one thread answers requests; what it reads was published by the run's thread.
 * Allocation: texts for each request, and a merged snapshot each second.
 */
package io.spate.k6.rest;
