package io.pickglass.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.orders.Handlers;
import com.example.orders.Names;
import com.example.orders.Orders;
import com.example.orders.Pools;
import com.example.orders.Web;
import io.pickglass.ChildJvm;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the agent sees of a program that knows nothing of it, from its start on. */
class AgentTest {
  @TempDir private static Path directory;

  private static Map<String, String> orders(String options) {
    Map<String, String> printed = printed(Orders.class, options);
    printed.keySet().removeIf(key -> key.startsWith("place."));
    return printed;
  }

  @Test
  void whereTheFirstTaskOfAPlaceWasStartedIsKept() {
    Map<String, String> printed = printed(Orders.class, "=include=*.direct-*|*Job");
    printed.replaceAll((name, place) -> place.replaceAll(":\\d+\\)", ":LINE)"));
    assertThat(printed)
        .containsEntry(
            "place.Orders.direct-LINE", "com.example.orders.Orders.direct(Orders.java:LINE)")
        .containsEntry("place.Orders.Job", "com.example.orders.Orders.main(Orders.java:LINE)");
  }

  private static Map<String, String> printed(Class<?> program, String options) {
    Map<String, String> printed = new TreeMap<>();
    ChildJvm.run(
            "target/test-classes",
            List.of("-javaagent:" + AgentJar.in(directory) + options),
            program.getName())
        .forEach((key, value) -> printed.put(withoutLine(key.toString()), value.toString()));
    return printed;
  }

  // The line of a place, but not its method.
  private static String withoutLine(String name) {
    return name.replaceAll("(?<!lambda)-\\d+$", "-LINE");
  }

  private static Map<String, String> with(Map<String, String> counts, String options) {
    Map<String, String> all = new TreeMap<>(counts);
    all.put("library.TrackingMode", "EXACT");
    all.put("library.AgentOptions", options);
    all.put("library.InternalErrorCount", "0");
    all.put("library.SkippedThreadCount", "0");
    return all;
  }

  // Tasks, ended, failed, cancelled, polls.
  @Test
  void allThreadsAreSeenPollByPollByThePlacesWhereTheyWereStarted() {
    assertThat(orders(""))
        .isEqualTo(
            with(
                Map.ofEntries(
                    Map.entry("Orders.direct-LINE", "10 10 0 0 20"),
                    Map.entry("Orders.kept-LINE", "10 10 0 0 20"),
                    Map.entry("Orders.anonymous-LINE", "10 10 0 0 20"),
                    Map.entry("Orders.named-LINE", "10 10 0 0 20"),
                    Map.entry("Orders.Job", "30 30 0 0 60"),
                    Map.entry("Orders.executed-LINE", "10 10 0 0 20"),
                    Map.entry("Orders.submitted-LINE", "10 10 10 0 10"),
                    Map.entry("Orders.stages-LINE", "1 1 0 0 2"),
                    Map.entry("Orders.stages.lambda-1", "1 1 0 0 1"),
                    Map.entry("Orders.reference-LINE", "1 1 0 0 1"),
                    Map.entry("Orders.parent-LINE", "1 1 0 0 2")),
                "group=site,max-monitors=1000"));
  }

  @Test
  void byClassPackageNameOrNothingAtAll() {
    assertThat(orders("=group=class"))
        .isEqualTo(
            with(
                Map.of("Orders", "64 64 10 0 116", "Orders.Job", "30 30 0 0 60"),
                "group=class,max-monitors=1000"));
    assertThat(orders("=group=package"))
        .isEqualTo(
            with(
                Map.of("com.example.orders", "94 94 10 0 176"), "group=package,max-monitors=1000"));
    assertThat(orders("=group=none"))
        .isEqualTo(with(Map.of("all", "94 94 10 0 176"), "group=none,max-monitors=1000"));
    assertThat(orders("=group=name,include=*Orders.named-*|*Job"))
        .isEqualTo(
            with(
                Map.of(
                    "import",
                    "10 10 0 0 20",
                    "Orders.Job",
                    "30 30 0 0 60",
                    "Orders.named-LINE",
                    "0 0 0 0 0"),
                "group=name,include=*Orders.named-*|*Job,max-monitors=1000"));
  }

  @Test
  void someAreLeftOutSomeRenamedAndSomeBeyondTheLimit() {
    assertThat(orders("=exclude=*Job,name.stages=*.stages*,name.rest=com.example.*"))
        .isEqualTo(
            with(
                Map.of("stages", "2 2 0 0 3", "rest", "62 62 10 0 113"),
                "group=site,exclude=*Job,max-monitors=1000,name.stages=*.stages*,"
                    + "name.rest=com.example.*"));
    assertThat(orders("=max-monitors=1,include=*.direct-*|*.kept-*|*.named-*"))
        .isEqualTo(
            with(
                Map.of("Orders.direct-LINE", "10 10 0 0 20", "other", "20 20 0 0 40"),
                "group=site,include=*.direct-*|*.kept-*|*.named-*,max-monitors=1"));
  }

  @Test
  void tasksOfPoolsAreSeenAndThePoolsHooksAndQueuesSeeTheProgramsOwnObjects() {
    assertThat(printed(Pools.class, ""))
        .isEqualTo(
            Map.ofEntries(
                Map.entry("Pools.Job", "22 21 0 0 21"),
                Map.entry("Pools.submitted-LINE", "10 10 10 0 10"),
                Map.entry("Pools.looking-LINE", "2 2 0 0 2"),
                Map.entry("Pools.refused-LINE", "10 10 0 9 1"),
                Map.entry("Pools.forked-LINE", "10 10 0 0 10"),
                Map.entry("queue", "true"),
                Map.entry("removed", "true"),
                Map.entry("before", "true"),
                Map.entry("after", "true"),
                Map.entry("library.InternalErrorCount", "0")));
  }

  @Test
  void methodsOfTheProgramAreSectionsOfWhateverTaskRunsThem() {
    Map<String, String> printed = printed(Handlers.class, "=section=com.example.orders.Handlers.*");
    // A class that a thread of ours is loading just then is waited for, and each such wait is a
    // poll more, of the thread and of its section alike.
    String polls = printed.get("Handlers.serve").replaceFirst("1 1 0 0 ", "");
    assertThat(Integer.parseInt(polls)).isBetween(6, 12);
    assertThat(printed)
        .isEqualTo(
            Map.ofEntries(
                Map.entry("Handlers.main-LINE", "1 1 0 0 " + polls),
                Map.entry("Handlers.main", "1 0 0 0 0"),
                Map.entry("Handlers.serve", "1 1 0 0 " + polls),
                Map.entry("Handlers.nothing", "1 1 0 0 2"),
                Map.entry("Handlers.number", "2 2 0 0 3"),
                Map.entry("Handlers.floating", "1 1 0 0 2"),
                Map.entry("Handlers.text", "1 1 0 0 1"),
                Map.entry("Handlers.choice", "2 2 0 0 2"),
                Map.entry("Handlers.caught", "2 2 0 0 4"),
                Map.entry("Handlers.fails", "1 1 1 0 1"),
                Map.entry("Handlers.locked", "1 1 0 0 1"),
                Map.entry("Handlers.lambda", "1 1 0 0 1"),
                Map.entry("Handlers.recursive", "4 4 0 0 4"),
                Map.entry("outside", "2"),
                Map.entry("number", "4"),
                Map.entry("floating", "3.5"),
                Map.entry("text", "ab"),
                Map.entry("choice", "1.02.0"),
                Map.entry("caught", "-17"),
                Map.entry("thrown", "on purpose"),
                Map.entry("locked", "6"),
                Map.entry("lambda", "inside"),
                Map.entry("recursive", "3"),
                Map.entry(
                    "library.AgentOptions",
                    "group=site,section=com.example.orders.Handlers.*,max-monitors=1000"),
                Map.entry("library.InternalErrorCount", "0")));
  }

  @Test
  void requestsHaveTheNameOfTheirHandlerIfTheServerHasButOne() {
    Map<String, String> tasks = new TreeMap<>();
    printed(Web.class, "").forEach((name, counts) -> tasks.put(name, counts.split(" ")[0]));
    assertThat(tasks)
        .isEqualTo(
            Map.of(
                "Web.Hello", "10",
                "ServerImpl.Exchange", "10",
                "library.InternalErrorCount", "0"));
  }

  @Test
  void whatIsMadeInOnePlaceAndBegunInAnotherIsCalledByWhatItIs() {
    assertThat(printed(Names.class, ""))
        .isEqualTo(
            Map.of(
                "Names.Named-LINE", "1 1 0 0 1",
                "Names.made.Runnable-LINE", "1 1 0 0 1",
                "Names.Handler", "1 1 0 0 1"));
  }
}
