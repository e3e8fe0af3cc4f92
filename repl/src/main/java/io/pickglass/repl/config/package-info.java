/**
 * What a user has set once and for all: the files {@code pickglass.toml}, and what of them counts.
 *
 * <p><b>Takes</b> files and the options of the command line. <b>Gives</b> settings, each with where
 * it comes from, and the text that loads back as the same.
 */
@NullMarked
package io.pickglass.repl.config;

import org.jspecify.annotations.NullMarked;
