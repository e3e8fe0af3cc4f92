package io.pickglass.lint;

import java.util.List;
import java.util.function.Function;

/**
 * Where a rule finds evidence.
 *
 * @param holders what the threads are taken by
 * @param stacks what is known of the present poll of the task of that id, a line each
 */
record Clues(Holders holders, Function<String, List<String>> stacks) {}
