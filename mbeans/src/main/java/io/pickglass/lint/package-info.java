/**
 * Takes: the live tasks one by one, and what runtimes tell of themselves.
 *
 * <p>Gives: warnings, raised and cleared, each rule one small class.
 */
@NullMarked
package io.pickglass.lint;

import org.jspecify.annotations.NullMarked;
