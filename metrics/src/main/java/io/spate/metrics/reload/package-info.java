/**
 * What a reload of the target did to the requests of a run. A watch belongs to the thread that
 * calls the outputs; it keeps a few numbers for each second near the reload, at most a thousand
 * seconds. All else is immutable.
 */
package io.spate.metrics.reload;
