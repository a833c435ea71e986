/**
 * Reports in Markdown (CommonMark with GitHub's tables): the whole report, the one that is appended
 * to a log of deployments, and the short summary for people. All are functions of the result
 * document; whatever a name or an error holds stays text.
 *
 * <p>Threading: stateless, any thread may use it. Allocation is free: this runs once, after the
 * load.
 */
package io.spate.report.markdown;
