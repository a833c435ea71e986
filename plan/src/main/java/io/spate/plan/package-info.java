/**
 * What is to be run: a test plan with its scenarios, workloads and thresholds, complete and
 * checked. All values are immutable, so any thread may read them. Made once before a run; nothing
 * here is called while requests are under way.
 */
package io.spate.plan;
