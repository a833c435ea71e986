/**
 * Messages about a finished run, for chats and other programs, as JSON. Functions of the result
 * document; nothing is sent here.
 *
 * <p>Threading: stateless, any thread may use it. Allocation is free: this runs once, after the
 * load.
 */
package io.spate.report.notice;
