package io.pickglass.model;

import java.util.List;

/**
 * One task, looked at closely.
 *
 * @param task the task
 * @param spreadSinceMillis since when its polls and waits are kept one by one, in milliseconds
 *     since 1970: since somebody first looked at it; 0 if they are not
 * @param polls how long its polls were since then, the one in progress aside
 * @param waits how long it was ready before each of them
 * @param sections its sections that are open, the outermost first
 * @param children the live tasks that it has made, at most {@value #MOST_CHILDREN}
 * @param childCount how many there are
 */
public record TaskDetail(
    TaskRow task,
    long spreadSinceMillis,
    Spread polls,
    Spread waits,
    List<TaskRow> sections,
    List<TaskRow> children,
    long childCount) {
  /** How many children are told. */
  public static final int MOST_CHILDREN = 100;
}
