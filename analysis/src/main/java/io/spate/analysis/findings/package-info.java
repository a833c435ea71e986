/**
 * What a run says about its target, in words: good signs, warnings and red flags, each with the
 * numbers and the stretch of the chart that prove it. docs/findings.md defines each rule.
 *
 * <p>Everything here is a function of values: no clock, no file, any thread.
 */
@NullMarked
package io.spate.analysis.findings;

import org.jspecify.annotations.NullMarked;
