/**
 * The keyhole: all access to what the JDK keeps to itself, in one place.
 *
 * <p><b>Takes</b> {@code java.lang}, opened by {@code --add-opens java.base/java.lang=ALL-UNNAMED}.
 * <b>Gives</b> a virtual thread's state and scheduling fields, and the carrier of the caller; or
 * the sentence that says why they cannot be had.
 */
@NullMarked
package io.pickglass.jdk;

import org.jspecify.annotations.NullMarked;
