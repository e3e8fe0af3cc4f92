package io.pickglass.repl.target;

import io.pickglass.model.Interval;
import io.pickglass.model.SlowPollReport;
import io.pickglass.model.TaskDetail;
import io.pickglass.model.TaskEvidence;
import io.pickglass.model.TaskList;
import io.pickglass.model.Warning;
import io.pickglass.model.Worker;
import io.pickglass.repl.series.Kinds;
import io.pickglass.repl.series.Names;
import io.pickglass.repl.series.Page;
import io.pickglass.repl.series.Subject;
import io.pickglass.repl.series.Switches;
import java.util.List;

/**
 * A watched process and all that can be asked of it. Each question takes one round trip, however
 * many monitors or runtimes it names.
 *
 * <p>Every method answers within the timeout or throws a {@link TargetException}; when its thread
 * is interrupted it throws a {@link StoppedException}. Threads: may be asked by several at once.
 */
public interface Target extends AutoCloseable {
  /** How people call it; short, and without passwords. */
  String name();

  /** All MBeans that it has, also where Pickglass is not in it. */
  Beans beans();

  /** What it is and how it samples. */
  Info describe();

  /** The names of all that it watches. */
  Names names();

  /** Which of its monitors watch new tasks. */
  Switches switches();

  /** Of what kind its runtimes are. */
  Kinds kinds();

  /** Switches all monitors off or on. */
  void turn(boolean on);

  /** Switches a monitor off or on. */
  void turn(String monitor, boolean on);

  /** Lets its agent go on with other options. */
  void changeAgent(String options);

  /**
   * Ends its agent.
   *
   * @return whether there was one
   */
  boolean detachAgent();

  /** Where the first task of a monitor was started; empty where nobody tells. */
  String place(String monitor);

  /** All metrics since the start, in the order of the names. */
  List<Interval<?>> cumulative(Subject subject, List<String> names);

  /** The last completed interval of each, in the order of the names. */
  List<Interval<?>> last(Subject subject, List<String> names);

  /** The completed intervals after a sequence number, at most {@code max} of each. */
  Page intervals(Subject subject, List<String> names, long after, int max);

  /** The workers of a runtime as they are now; none where they cannot be told. */
  List<Worker> workers(String runtime);

  /**
   * The slow polls of a monitor that were looked into, with so many stacks.
   *
   * @throws TargetException {@link TargetException.Kind#REFUSED} also by a target that is older
   */
  SlowPollReport slowPolls(String monitor, int maxStacks);

  /**
   * The tasks that a query of the target's own language asks for.
   *
   * @throws TargetException of the kind {@code BAD_QUESTION} with the target's sentence if it does
   *     not understand it
   */
  TaskList tasks(String query);

  /**
   * One task.
   *
   * @throws TargetException of the kind {@code BAD_QUESTION} with the target's sentence if there is
   *     none of that id
   */
  TaskDetail task(String id);

  /**
   * What is known of a task beyond its numbers.
   *
   * @throws TargetException of the kind {@code BAD_QUESTION} with the target's sentence if there is
   *     none of that id
   */
  TaskEvidence evidence(String id);

  /** What its tasks wait for, and who has it. */
  Resources resources();

  /** What is the matter there now, and of what it warns. */
  WarningsAnswer warnings();

  /** The latest warnings that were cleared there, at most so many, the oldest first. */
  List<Warning> pastWarnings(int max);

  /** Sets from which value on a rule warns: {@code 250ms}, {@code 60%}. */
  void warnFrom(String rule, String threshold);

  /** Sets how much a rule matters: off, info, warning, critical. */
  void warnAs(String rule, String level);

  /** Whether more will come of it: not of a recording. */
  default boolean isLive() {
    return true;
  }

  /** Lets go of it; never waits for it. */
  @Override
  void close();
}
