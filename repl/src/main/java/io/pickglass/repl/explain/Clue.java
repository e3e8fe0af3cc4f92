package io.pickglass.repl.explain;

/**
 * A fact from elsewhere than the intervals: single tasks, workers, warnings, stacks of slow polls.
 * It is shown below its question if that is answered with yes; it answers nothing itself.
 *
 * @param question to which it belongs
 * @param sentence what is known
 */
public record Clue(Question question, String sentence) {}
