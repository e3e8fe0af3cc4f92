/**
 * The HTTP service: every request is a task, and its route and its insertion are sections of it.
 *
 * <p><b>Takes</b> requests on the loopback address. <b>Gives</b> answers, rows in the database, and
 * numbers to the monitors {@code http}, {@code root}, {@code users.route} and {@code users.insert}.
 */
@NullMarked
package io.pickglass.demo.service;

import org.jspecify.annotations.NullMarked;
