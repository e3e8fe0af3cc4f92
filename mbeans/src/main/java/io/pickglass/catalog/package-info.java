/**
 * THE list of metrics: name, kind, unit and meaning of each, in one enum per table.
 *
 * <p><b>Takes</b> nothing. <b>Gives</b> the list to the model, the MBeans, the exporter's rules,
 * the documentation and the console; a test compares each of them with it.
 */
@NullMarked
package io.pickglass.catalog;

import org.jspecify.annotations.NullMarked;
