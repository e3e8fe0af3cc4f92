/**
 * Troubles that real services have, each behind a switch that may be turned at run time.
 *
 * <p><b>Takes</b> the place in the service where the trouble happens. <b>Gives</b> what a user of
 * Pickglass should then find.
 */
@NullMarked
package io.pickglass.demo.trouble;

import org.jspecify.annotations.NullMarked;
