/**
 * A program as others write them: without a word of Pickglass, and outside of its packages, whose
 * tasks the agent leaves alone.
 */
@NullMarked
package example;

import org.jspecify.annotations.NullMarked;
