package io.pickglass.lint;

/**
 * Where a rule finds evidence.
 *
 * @param holders what the threads are taken by
 * @param stacks what is known of polls that run
 */
record Clues(Holders holders, Stacks stacks) {}
