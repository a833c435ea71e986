/**
 * What of a run the page shows while it goes on, in bounded memory. {@link
 * io.spate.web.live.LiveRun} takes the seconds from the run's thread, a thread of its own folds
 * them, and any thread may ask. Nothing here runs on a loop of the load, or makes the run's thread
 * wait.
 */
package io.spate.web.live;
