/**
 * Results for machines that build and test: JUnit's XML, and GitHub's annotations. Functions of the
 * result document.
 *
 * <p>Threading: stateless, any thread may use it. Allocation is free: this runs once, after the
 * load.
 */
package io.spate.report.ci;
