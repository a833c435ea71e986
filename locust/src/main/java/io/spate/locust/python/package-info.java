/**
 * The Python that locustfiles run in: its context, the files it may read, and the modules that are
 * Spate's own, which stand as resources beside.
 */
package io.spate.locust.python;
