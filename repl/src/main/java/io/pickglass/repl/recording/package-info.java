/**
 * The file of a recording: lines of JSON, the first of which says what it is and of which version.
 *
 * <p><b>Takes</b> intervals and answers of a target as maps. <b>Gives</b> them back by what they
 * are and when they were. Knows no target and no command; docs/recordings.md has the format.
 */
@NullMarked
package io.pickglass.repl.recording;

import org.jspecify.annotations.NullMarked;
