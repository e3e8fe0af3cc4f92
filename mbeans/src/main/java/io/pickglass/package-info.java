/**
 * The door: one line starts it, monitors are found by name.
 *
 * <p><b>Takes</b> tasks of the application. <b>Gives</b> their numbers, here and as MBeans.
 */
@NullMarked
package io.pickglass;

import org.jspecify.annotations.NullMarked;
