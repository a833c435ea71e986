/**
 * The history of runs: keeps each run while it goes on, and the commands about runs that were kept.
 *
 * <p>Keeping has a thread of its own, behind a queue of bounded size: a run waits for it at its end
 * only, and not long. The rest belongs to the thread of its command.
 */
package io.spate.cli.history;
