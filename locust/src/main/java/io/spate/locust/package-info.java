/**
 * Locustfiles: loading them, and the users they describe as a script for the engine. All users run
 * in one Python on one event loop, as in one process of Locust.
 */
package io.spate.locust;
