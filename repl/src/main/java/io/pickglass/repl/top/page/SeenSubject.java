package io.pickglass.repl.top.page;

import io.pickglass.model.Interval;
import java.util.List;

/**
 * A monitor or runtime in the table.
 *
 * @param now the interval that is shown
 * @param minute those of the last minute up to it, the oldest first
 */
record SeenSubject(Interval<?> now, List<Interval<?>> minute) {}
