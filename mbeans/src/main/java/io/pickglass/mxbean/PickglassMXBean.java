package io.pickglass.mxbean;

/**
 * The library as a whole: what it is, what it can see here, and where its limits are. Served as
 * {@code pickglass:type=Pickglass}.
 *
 * <p>The counts are those of the process, since the library was first used in it; {@code
 * Pickglass.stop()} does not reset them. Of a library that is well all of them are 0.
 */
@Described("The library as a whole: what it is, what it can see here, and where its limits are.")
public interface PickglassMXBean {
  /** The version of what this library puts on the wire. */
  int PROTOCOL_VERSION = 1;

  /** The version of the library, or {@code development} where neither module nor jar tells one. */
  @Described("The version of the library.")
  String getVersion();

  /**
   * The version of what stands on the wire: {@value #PROTOCOL_VERSION}. It rises when names or
   * shapes change so that an older client would misread them; a client says so of one it does not
   * know.
   */
  @Described(value = "The version of what stands on the wire.", unit = "1")
  int getProtocolVersion();

  /**
   * {@code EXACT} when every poll is seen, {@code TASK} when only beginnings and ends are; then all
   * metrics that need polls are absent. Found out once, when the library is first used.
   */
  @Described("EXACT when every poll is seen, TASK when only beginnings and ends of tasks are.")
  String getTrackingMode();

  /** Why the tracking mode is what it is, in one sentence that says what to do about it. */
  @Described("Why the tracking mode is what it is.")
  String getTrackingModeReason();

  /**
   * Whether monitors that are on by themselves watch new tasks; true at first. While it is false,
   * all monitors stand still but for tasks that were watched before.
   */
  @Described("Whether monitors that are on by themselves watch new tasks.")
  boolean isEnabled();

  /**
   * Switches all monitors off or on, for tasks that begin from now on; the switch of each stays as
   * it is.
   */
  void setEnabled(boolean on);

  /**
   * The names of all monitors as they stand in ObjectNames, sorted; none before the first was asked
   * for. A monitor stays until the program or {@link #remove} removes it.
   */
  @Described("The names of all monitors.")
  String[] getMonitors();

  /** The names of the monitors that are off by themselves, sorted; none at first. */
  @Described("The names of the monitors that are off by themselves.")
  String[] getDisabledMonitors();

  /**
   * How many monitors do not watch new tasks: those that are off by themselves, or all while {@link
   * #isEnabled} is false. Above 0, there are monitors that stand still whatever the program does.
   */
  @Described(
      value = "Monitors that do not watch new tasks: off by themselves, or with all others.",
      unit = "1")
  int getDisabledMonitorCount();

  /**
   * Removes a monitor: its beans, its intervals, its place below the limit. Its live tasks end
   * unseen; asked for again, the name gets a new monitor, which begins at zero.
   *
   * @param name as it stands in the ObjectName
   * @return whether there was one; the monitor {@code other} stays
   */
  @Described(
      value = "Removes a monitor; its name then gets a new one, if the program asks for it.",
      changes = true)
  boolean remove(@Described("The monitor's name, as it stands in its ObjectName.") String name);

  /**
   * How many monitors there may be, {@code other} not counted; further names share that one. It
   * never changes.
   */
  @Described(
      value = "How many monitors there may be; further names share the monitor other.",
      unit = "1")
  int getMonitorLimit();

  /**
   * How many requests for a monitor were answered with {@code other} because of the limit. Above 0,
   * {@code other} mixes tasks of several names. A rise means that names are made of something
   * without bounds, such as a user or a path; it counts each request, not each name.
   */
  @Described(
      value = "How many requests were answered with the monitor other because of the limit.",
      unit = "1")
  long getRefusedMonitorCount();

  /**
   * Virtual threads that were to be watched and were left alone, because they have a scheduler of
   * their own; they run as they would, and stand in no other metric. A rise means that the numbers
   * lack tasks. 0 in the tracking mode {@code TASK}, which needs no scheduler.
   */
  @Described(
      value = "Virtual threads left alone because they have a scheduler of their own.",
      unit = "1")
  long getSkippedThreadCount();

  /**
   * Executors that were to be watched and were left alone, because their queue orders objects that
   * only the application understands; nothing they run is counted. It counts each request to watch
   * one, and is 0 where no queue has a Comparator or futures of its own.
   */
  @Described(
      value = "Executors left alone because their queue orders objects of the application's.",
      unit = "1")
  long getSkippedExecutorCount();

  /**
   * Tasks that found no place in the list of their monitor's live tasks, because it was full. They
   * are counted like all others; only {@code oldestScheduledNanos} does not look at them. A rise
   * means that a monitor has some hundred thousand live tasks at once, or a million.
   */
  @Described(
      value =
          "Tasks that found no place in the list of their monitor's live tasks; they are counted,"
              + " but not among those from which oldestScheduledNanos is taken.",
      unit = "1")
  long getUnlistedTaskCount();

  /**
   * Errors of the library's own that were kept from the application, and events it had to drop. A
   * rise means that other metrics may be off by as many events; it says nothing about errors of the
   * application.
   */
  @Described(
      value =
          "Errors of the library's own that were kept from the application, and events dropped.",
      unit = "1")
  long getInternalErrorCount();

  /** The last such error as text; an empty string before the first. Events dropped leave none. */
  @Described("The last such error, or an empty string.")
  String getLastInternalError();

  /**
   * What the agent does: its options, the defaults among them; an empty string while there is no
   * agent. One that was detached is none.
   */
  @Described("The options of the agent; an empty string while there is none.")
  String getAgentOptions();

  /**
   * Goes on with other options; threads that are there stay in their monitors.
   *
   * @throws IllegalArgumentException if they are wrong, or there is no agent; nothing has changed
   */
  void setAgentOptions(String options);

  /**
   * Ends the agent: no thread that is made from now on is watched, those that live are to their
   * end, and the JDK's code is what it was. Unless the program itself has started the library, its
   * MBeans are gone, this one included. The agent can be attached again.
   *
   * @return whether there was one
   */
  @Described(value = "Ends the agent; threads that live are watched to their end.", changes = true)
  boolean detach();

  /** When {@code Pickglass.start()} registered this bean, as an ISO 8601 instant. */
  @Described("When the library was started, as an ISO 8601 instant.")
  String getStartTime();
}
