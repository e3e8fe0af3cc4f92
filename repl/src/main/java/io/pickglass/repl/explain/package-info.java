/**
 * Why are my tasks slow? The questions of docs/why-are-my-tasks-slow.md, answered from the numbers
 * of one monitor or runtime.
 *
 * <p><b>Takes</b> intervals and clues: {@link io.pickglass.repl.explain.Evidence}. <b>Gives</b> a
 * finding for each question, with its number, its reasons and what to do next. Pure: no clock, no
 * network.
 */
@NullMarked
package io.pickglass.repl.explain;

import org.jspecify.annotations.NullMarked;
