/**
 * The house rules, as tests: which module may use which, who reads the clock or touches the
 * process, and how large a thing may grow. Rules that byte code shows are ArchUnit's; the others
 * read the sources with the compiler's own parser.
 *
 * <p>Weakening a rule is a commit of its own, with its reason. An exception stands in the table of
 * its rule and says why.
 */
@NullMarked
package io.spate.acceptance.rules;

import org.jspecify.annotations.NullMarked;
