/**
 * What Locust counts: requests, failures and exceptions, by method and name. Belongs to the loop of
 * the run's users. Recording allocates nothing once a name is known.
 */
package io.spate.locust.stats;
