/**
 * The real command, started by the launcher as a process: what a user types, sees and gets as exit
 * code.
 */
@NullMarked
package io.spate.acceptance.commands;

import org.jspecify.annotations.NullMarked;
