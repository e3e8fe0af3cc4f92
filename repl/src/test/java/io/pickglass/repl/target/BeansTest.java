package io.pickglass.repl.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pickglass.repl.target.Beans.Read;
import io.pickglass.repl.target.TargetException.Kind;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values and arguments of every type that MBeans have. */
class BeansTest {
  private static final String NAME = "test:type=Probe";

  private final Probe probe = new Probe();
  private Beans beans;

  @BeforeEach
  void register() throws Exception {
    MBeanServer server = MBeanServerFactory.newMBeanServer();
    server.registerMBean(probe, new ObjectName(NAME));
    server.registerMBean(
        ManagementFactory.getMemoryMXBean(), new ObjectName("java.lang:type=Memory"));
    beans = new JmxBeans(server, "here", () -> Duration.ofSeconds(20));
  }

  /** A composite. */
  public record Point(int x, String label) {}

  private static final class Probe implements ProbeMXBean {
    private boolean on;
    private Long limit = 7L;
    private String[] names = {"a", "b"};

    @Override
    public boolean isOn() {
      return on;
    }

    @Override
    public void setOn(boolean on) {
      this.on = on;
    }

    @Override
    public Long getLimit() {
      return limit;
    }

    @Override
    public void setLimit(Long limit) {
      this.limit = limit;
    }

    @Override
    public String[] getNames() {
      return names;
    }

    @Override
    public void setNames(String[] names) {
      this.names = names;
    }

    @Override
    public Point getPoint() {
      return new Point(1, "one");
    }

    @Override
    public Point[] getPoints() {
      return new Point[] {new Point(1, "one"), new Point(2, null)};
    }

    @Override
    public Map<String, Integer> getCounts() {
      return Map.of("z", 1, "a", 2, "m", 3);
    }

    @Override
    public Map<String, Point> getPlaces() {
      return Map.of("here", new Point(3, "three"));
    }

    @Override
    public long[][] getGrid() {
      return new long[][] {{1, 2}, {Long.MAX_VALUE}};
    }

    @Override
    public Void getNothing() {
      return null;
    }

    @Override
    public int getBroken() {
      throw new UnsupportedOperationException("not today");
    }

    @Override
    public String find(int number) {
      return "int " + number;
    }

    @Override
    public String find(String text) {
      return "String " + text;
    }

    @Override
    public String find(long[] numbers) {
      return "long[] " + Arrays.toString(numbers);
    }

    @Override
    public String find(int number, long other) {
      throw new IllegalStateException("never");
    }

    @Override
    public String find(long number, int other) {
      return "long int " + number + " " + other;
    }

    @Override
    public String all(
        boolean a, byte b, char c, short d, float e, double f, Integer g, Thread.State h) {
      return a + " " + b + " " + c + " " + d + " " + e + " " + f + " " + g + " " + h;
    }

    @Override
    public String move(Point point, Map<String, Integer> counts, Point[] points) {
      return point + " " + counts + " " + Arrays.toString(points);
    }
  }

  @Test
  void namesAreInOrder() {
    assertThat(beans.names())
        .containsExactly(
            "JMImplementation:type=MBeanServerDelegate", "java.lang:type=Memory", NAME);
  }

  @Test
  void valuesOfAllTypesAreThoseOfJson() {
    Map<String, Object> values = new LinkedHashMap<>();
    beans
        .get(NAME, List.of())
        .forEach((name, read) ->
            values.put(name, read.isThere() ? read.value() : "! " + read.failure()));
    Map<String, Object> expected = new LinkedHashMap<>();
    expected.put("On", false);
    expected.put("Limit", 7L);
    expected.put("Names", List.of("a", "b"));
    expected.put("Point", Map.of("x", 1, "label", "one"));
    Map<String, Object> second = new LinkedHashMap<>();
    second.put("label", null);
    second.put("x", 2);
    expected.put("Points", List.of(Map.of("x", 1, "label", "one"), second));
    expected.put("Counts", Map.of("a", 2, "m", 3, "z", 1));
    expected.put("Places", Map.of("here", Map.of("x", 3, "label", "three")));
    expected.put("Grid", List.of(List.of(1L, 2L), List.of(Long.MAX_VALUE)));
    expected.put("Nothing", null);
    expected.put("Broken", "! not today");
    assertThat(values).isEqualTo(expected);
    assertThat(((Map<?, ?>) values.get("Counts")).keySet().toString()).isEqualTo("[a, m, z]");
  }

  @Test
  void aShapeTellsAttributesOperationsAndTheirTypes() {
    BeanShape shape = beans.describe(NAME);
    assertThat(shape.attributes())
        .extracting(each -> each.value().typeName() + " " + each.name() + " " + each.isWritable())
        .containsExactlyInAnyOrder(
            "boolean On true",
            "Long Limit true",
            "String[] Names true",
            "CompositeData Point false",
            "CompositeData[] Points false",
            "TabularData Counts false",
            "TabularData Places false",
            "long[][] Grid false",
            "Void Nothing false",
            "int Broken false");
    assertThat(shape.operations())
        .extracting(BeanShape.Operation::signature)
        .containsExactlyInAnyOrder(
            "find(int)",
            "find(String)",
            "find(long[])",
            "find(int,long)",
            "find(long,int)",
            "all(boolean,byte,char,short,float,double,Integer,String)",
            "move(CompositeData,TabularData,CompositeData[])");
  }

  @Test
  void attributesAreSetAndSoAreNullAndLists() {
    beans.set(NAME, "On", "true");
    beans.set(NAME, "Limit", "9223372036854775807");
    beans.set(NAME, "Names", "x,,y z");
    assertThat(beans.get(NAME, List.of("Names", "On", "Limit")))
        .containsExactly(
            Map.entry("Names", Read.of(List.of("x", "", "y z"))),
            Map.entry("On", Read.of(true)),
            Map.entry("Limit", Read.of(Long.MAX_VALUE)));
    beans.set(NAME, "Limit", "null");
    beans.set(NAME, "Names", "[\"a,b\"]");
    assertThat(beans.get(NAME, List.of("Limit", "Names")))
        .containsExactly(
            Map.entry("Limit", Read.of(null)), Map.entry("Names", Read.of(List.of("a,b"))));
    beans.set(NAME, "Names", "[]");
    assertThat(probe.getNames()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "On    | maybe | `On` of test:type=Probe: `maybe` is no boolean: give true or false",
        "On    | null  | `On` of test:type=Probe: `null` is no boolean: give true or false",
        "Limit | 9223372036854775808 | `Limit` of test:type=Probe: `9223372036854775808` is no Long: give a whole number from -9223372036854775808 to 9223372036854775807",
        "Broken| 1     | `Broken` of test:type=Probe cannot be set: it can only be read",
        "Nope  | 1     | test:type=Probe has no attribute `Nope`",
      })
  void aValueThatDoesNotFitIsOneSentence(String attribute, String value, String sentence) {
    assertThatThrownBy(() -> beans.set(NAME, attribute, value))
        .isInstanceOfSatisfying(
            TargetException.class, e -> assertThat(e.kind()).isEqualTo(Kind.BAD_QUESTION))
        .hasMessage(sentence);
  }

  @Test
  void ofSeveralOperationsTheOneIsCalledThatTakesTheArguments() {
    assertThat(beans.invoke(NAME, "find", List.of("12"))).isEqualTo("int 12");
    assertThat(beans.invoke(NAME, "find", List.of("x"))).isEqualTo("String x");
    assertThat(beans.invoke(NAME, "find(String)", List.of("12"))).isEqualTo("String 12");
    assertThat(beans.invoke(NAME, "find(java.lang.String)", List.of("12"))).isEqualTo("String 12");
    assertThat(beans.invoke(NAME, "find(long[])", List.of("1,2"))).isEqualTo("long[] [1, 2]");
    assertThat(beans.invoke(NAME, "find", List.of("3000000000", "1")))
        .isEqualTo("long int 3000000000 1");
  }

  @Test
  void allSingleTypesAreConverted() {
    assertThat(
            beans.invoke(
                NAME, "all", List.of("true", "-1", "c", "2", "1.5", "-2.5", "null", "RUNNABLE")))
        .isEqualTo("true -1 c 2 1.5 -2.5 null RUNNABLE");
  }

  @Test
  void compositesTablesAndListsOfThemAreTypedAsJson() {
    assertThat(
            beans.invoke(
                NAME,
                "move",
                List.of("{\"x\":1,\"label\":\"l\"}", "{\"a\":5}", "[{\"x\":2,\"label\":null}]")))
        .isEqualTo("Point[x=1, label=l] {a=5} [Point[x=2, label=null]]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nope | x | test:type=Probe has no operation `nope`",
        "find | 1;2 | several operations `find` take these arguments: say which, such as `find(int,long)` or `find(long,int)`",
        "find | 1;b | no operation `find` takes these arguments: there is `String find(int p0, long p1)`, `String find(long p0, int p1)`",
        "find(int) | x | `x` is no int: give a whole number from -2147483648 to 2147483647",
        "move | {};{};[] | `{}` is no CompositeData: give a JSON object with label, x",
        "move | x;{};[] | `x` is no CompositeData: give a JSON object with label, x",
        "all  | 1 | `all` does not take 1 argument: there is `String all(boolean p0, byte p1, char p2, short p3, float p4, double p5, Integer p6, String p7)`",
      })
  void aCallThatDoesNotFitIsOneSentence(String operation, String arguments, String sentence) {
    List<String> typed = List.of(arguments.split(";"));
    assertThatThrownBy(() -> beans.invoke(NAME, operation, typed))
        .isInstanceOfSatisfying(
            TargetException.class, e -> assertThat(e.kind()).isEqualTo(Kind.BAD_QUESTION))
        .extracting(Throwable::getMessage)
        .asString()
        .satisfies(message -> assertThat(sorted(message)).isEqualTo(sorted(sentence)));
  }

  /** An MXBean's operations come in any order. */
  private static List<String> sorted(String sentence) {
    return Arrays.stream(sentence.split("[:,] | or ")).sorted().toList();
  }

  @Test
  void whatIsThrownThereIsSaidInItsOwnWords() {
    assertThatThrownBy(() -> beans.invoke(NAME, "find(int,long)", List.of("1", "2")))
        .hasMessage("test:type=Probe answered with an error: IllegalStateException: never");
    assertThatThrownBy(() -> beans.get("test:type=None", List.of()))
        .hasMessage("here has no MBean `test:type=None`: `mbeans` lists all");
    assertThatThrownBy(() -> beans.get("no name", List.of()))
        .hasMessageStartingWith("`no name` is no name of an MBean (")
        .hasMessageEndingWith("): give one such as java.lang:type=Memory");
  }
}
