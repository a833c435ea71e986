/** How often which time was measured, in bars. Pure functions of a histogram; no threads. */
package io.spate.report.histogram;
