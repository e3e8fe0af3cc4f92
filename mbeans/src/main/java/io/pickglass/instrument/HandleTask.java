package io.pickglass.instrument;

import io.pickglass.model.Place;
import io.pickglass.model.TaskKind;
import io.pickglass.task.View;

/** A task that is run by a scheduler of the program's own, under the name that the program gave. */
public final class HandleTask extends PlainTask {
  private final String name;

  private HandleTask(View view, String name) {
    super(view, Place.UNKNOWN);
    this.name = name;
  }

  /** A task of the monitor of that view, instrumented and listed now. */
  public static HandleTask of(View view, String name) {
    HandleTask task = new HandleTask(view, name);
    task.begin();
    return task;
  }

  @Override
  public TaskKind kind() {
    return TaskKind.HANDLE;
  }

  @Override
  protected String givenName() {
    return name;
  }
}
