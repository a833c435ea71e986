/** How evenly things are spread: plain statistics, immutable, without threads. */
package io.spate.metrics.spread;
