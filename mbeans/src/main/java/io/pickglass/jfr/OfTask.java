package io.pickglass.jfr;

import io.pickglass.monitor.Notes;
import io.pickglass.monitor.TaskReading;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;

/** What all events of one task say of it. */
abstract class OfTask extends Event {
  @Label("Task")
  @Description("The id that it has everywhere: v123 is the virtual thread of that number")
  String id = "";

  @Label("Name")
  String name = "";

  @Label("Monitor")
  String monitor = "";

  @Label("Location")
  @Description("Where it was started, as a stack trace shows it")
  String location = "";

  @Label("Fields")
  @Description("What the program has noted of it")
  String fields = "";

  final void of(TaskReading task) {
    id = task.id();
    name = task.name().isEmpty() ? task.place().label() : task.name();
    monitor = task.monitor();
    location = task.place().location();
    Notes notes = task.notes();
    fields = notes == null ? "" : String.join(" ", notes.fields());
  }
}
