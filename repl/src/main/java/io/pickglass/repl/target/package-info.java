/**
 * The watched process, behind one closed set of questions.
 *
 * <p><b>Takes</b> what a user typed as a target. <b>Gives</b> intervals and descriptions, over JMX
 * and Jolokia alike, each within a deadline.
 */
@NullMarked
package io.pickglass.repl.target;

import org.jspecify.annotations.NullMarked;
