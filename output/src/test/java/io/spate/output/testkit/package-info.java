/** What tests of outputs have in common: runs that never were, and real databases. */
package io.spate.output.testkit;
