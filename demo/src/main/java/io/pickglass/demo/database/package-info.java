/**
 * Users in an embedded database, behind a small pool of connections.
 *
 * <p><b>Takes</b> a name to store. <b>Gives</b> a committed row, or an exception and no row.
 */
@NullMarked
package io.pickglass.demo.database;

import org.jspecify.annotations.NullMarked;
