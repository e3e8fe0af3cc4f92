package io.pickglass.repl.recording;

/**
 * Where a line is.
 *
 * @param at when it was, in milliseconds since 1970
 * @param sequence of an interval; else 0
 * @param life in which life of the target: it may be started anew while it is recorded
 * @param offset in the file
 * @param length in bytes
 */
public record Entry(long at, long sequence, int life, long offset, int length) {}
