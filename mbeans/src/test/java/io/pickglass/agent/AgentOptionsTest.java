package io.pickglass.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pickglass.monitor.TaskTable;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AgentOptionsTest {
  @Test
  void whatItPrintsIsReadAgainAsTheSame() {
    String all =
        "group=class,include=a.*|b.C,exclude=*Test,section=a.B.*,max-monitors=7,"
            + "live-tasks=0,ended-tasks=20,ended-seconds=3,name.x=a.X|*y";
    assertThat(AgentOptions.of("").toString()).isEqualTo("group=site,max-monitors=1000");
    assertThat(AgentOptions.of(all).toString()).isEqualTo(all);
    assertThat(AgentOptions.of(AgentOptions.of(all).toString()).toString()).isEqualTo(all);
  }

  @Test
  void patternsAddUpAndTheRestIsWhatWasSaidLast() {
    assertThat(
            AgentOptions.of(" include=a.* , group=class,include=b.*,,group=NONE,name.x=a,name.x=b")
                .toString())
        .isEqualTo("group=none,include=a.*|b.*,max-monitors=1000,name.x=a|b");
  }

  @Test
  void whatIsWrongIsSaidInASentence() {
    String known =
        ": there are group, include, exclude, section, max-monitors, live-tasks,"
            + " ended-tasks, ended-seconds, name.MONITOR";
    Map.of(
            "grup=class",
            "the agent has no setting \"grup\"" + known,
            "name.=a",
            "the agent has no setting \"name.\"" + known,
            "group",
            "\"group\" is not a setting of the agent, such as group=class" + known,
            "group=",
            "\"group=\" is not a setting of the agent, such as group=class" + known,
            "=class",
            "\"=class\" is not a setting of the agent, such as group=class" + known,
            "group=sites",
            "group=sites is none of [site, class, package, name, none]",
            "max-monitors=0",
            "max-monitors=0 is not a number above 0",
            "max-monitors=many",
            "max-monitors=many is not a number above 0",
            "live-tasks=-1",
            "live-tasks=-1 is not a number from 0 to 2147483647",
            "ended-tasks=1000001",
            "ended-tasks=1000001 is not a number from 0 to 1000000")
        .forEach((given, sentence) ->
            assertThatThrownBy(() -> AgentOptions.of(given))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence));
  }

  @Test
  void whatIsNotSaidOfTheListsStaysAsTheProgramHasSetIt() {
    TaskTable tasks = new TaskTable();
    tasks.limit(11);
    tasks.ended().limit(12);
    AgentOptions.of("ended-seconds=13").lists().applyTo(tasks);
    assertThat(List.of(tasks.limit(), tasks.ended().limit(), tasks.ended().retainNanos()))
        .isEqualTo(List.of(11, 12, 13_000_000_000L));
    AgentOptions.of("live-tasks=1,ended-tasks=2").lists().applyTo(tasks);
    assertThat(List.of(tasks.limit(), tasks.ended().limit(), tasks.ended().retainNanos()))
        .isEqualTo(List.of(1, 2, 13_000_000_000L));
  }

  @Test
  void aStarStandsForAnythingAndAllElseForItself() {
    Pattern pattern = Pattern.of("com.example.*Handler.handle");
    assertThat(
            Stream.of(
                    "com.example.OrdersHandler.handle",
                    "com.example.web.Handler.handle",
                    "com_example.OrdersHandler.handle",
                    "com.example.OrdersHandler.handle2")
                .map(pattern::matches))
        .containsExactly(true, true, false, false);
  }

  @Test
  void classesAreReadOnlyIfOneOfTheirMethodsMayBeMeant() {
    Map<String, Boolean> may =
        Stream.of("com.example.", "com.example.Orders.", "com.", "org.Orders.")
            .collect(
                Collectors.toMap(
                    name -> name, name -> Pattern.of("com.example.Orders.*").mayMatch(name)));
    assertThat(may)
        .isEqualTo(
            Map.of(
                "com.example.", true,
                "com.example.Orders.", true,
                "com.", true,
                "org.Orders.", false));
    assertThat(Pattern.of("*.handle").mayMatch("org.Orders.")).isTrue();
    assertThat(Pattern.of("org.Orders.handle").mayMatch("org.Orders.")).isTrue();
  }
}
