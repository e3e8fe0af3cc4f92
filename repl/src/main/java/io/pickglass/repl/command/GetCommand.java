package io.pickglass.repl.command;

import io.pickglass.repl.target.BeanShape;
import io.pickglass.repl.target.Beans;
import io.pickglass.repl.target.Beans.Read;
import io.pickglass.repl.target.TargetException;
import io.pickglass.repl.view.Line;
import io.pickglass.repl.view.ValueView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code get}. */
@Command(
    name = "get",
    description = {
      "The attributes of an MBean, all of them or those that are named.",
      "`HeapMemoryUsage.used` is one item of a composite."
    })
final class GetCommand extends ReplCommand {
  @Parameters(
      index = "0",
      paramLabel = "MBEAN",
      completionCandidates = BeanCandidates.Beans.class,
      description = "Its name, or a part that no other has.")
  private String bean = "";

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "ATTRIBUTE",
      completionCandidates = BeanCandidates.Readable.class,
      description = "All without.")
  private List<String> attributes = new ArrayList<>();

  GetCommand(Session session) {
    super(session);
  }

  @Override
  public void run() {
    Beans beans = session.target().beans();
    String name = BeanNames.find(beans, bean);
    List<String> wanted = attributes.stream().map(GetCommand::whole).distinct().toList();
    Map<String, Read> read = beans.get(name, wanted);
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    if (attributes.isEmpty()) {
      read.forEach((attribute, each) -> values.put(attribute, orWhyNot(each)));
    } else {
      for (String attribute : attributes) {
        values.put(attribute, value(beans, name, attribute, read));
      }
    }
    print(name, values);
  }

  /** Without the item of a composite. */
  private static String whole(String attribute) {
    int dot = attribute.indexOf('.');
    return dot <= 0 ? attribute : attribute.substring(0, dot);
  }

  private static @Nullable Object orWhyNot(Read read) {
    return read.isThere() ? read.value() : "(cannot be read: " + read.failure() + ")";
  }

  private static @Nullable Object value(
      Beans beans, String bean, String attribute, Map<String, Read> read) {
    String whole = whole(attribute);
    Read found = read.get(whole);
    if (found == null || !found.isThere()) {
      throw missing(beans, bean, whole, found == null ? "" : found.failure());
    }
    Object value = found.value();
    if (whole.length() < attribute.length()) {
      for (String item : attribute.substring(whole.length() + 1).split("\\.")) {
        if (!(value instanceof Map<?, ?> items) || !items.containsKey(item)) {
          throw CommandFailure.failed(
              "`%s` of %s has no item `%s`: `get` it whole to see what it has"
                  .formatted(whole, bean, item));
        }
        value = items.get(item);
      }
    }
    return value;
  }

  private static CommandFailure missing(Beans beans, String bean, String attribute, String why) {
    List<String> all = new ArrayList<>();
    try {
      beans.describe(bean).attributes().stream().map(BeanShape.Attribute::name).forEach(all::add);
    } catch (TargetException e) {
      // Where shapes are not told, only the reason is known.
    }
    return all.isEmpty() || all.contains(attribute)
        ? CommandFailure.failed("`%s` of %s cannot be read: %s".formatted(attribute, bean, why))
        : CommandFailure.failed(
            "%s has no attribute `%s`: %s`describe` lists all"
                .formatted(bean, attribute, Nearest.question(attribute, all)));
  }

  private void print(String name, Map<String, @Nullable Object> values) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("mbean", name);
    json.put("attributes", values);
    session.answer(() -> List.of(json), () -> lines(name, values));
  }

  private List<Line> lines(String name, Map<String, @Nullable Object> values) {
    Output output = session.output();
    if (attributes.size() == 1) {
      // The value alone, for who reads it on.
      return ValueView.of(values.values().iterator().next(), output.width(), output.symbols());
    }
    return values.isEmpty()
        ? List.of(Line.plain(name + " has no attributes"))
        : ValueView.of(values, output.width(), output.symbols());
  }
}
