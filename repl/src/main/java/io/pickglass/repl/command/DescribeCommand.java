package io.pickglass.repl.command;

import io.pickglass.repl.target.BeanShape;
import io.pickglass.repl.target.BeanShape.Attribute;
import io.pickglass.repl.target.BeanShape.Operation;
import io.pickglass.repl.target.Beans;
import io.pickglass.repl.view.Line;
import io.pickglass.repl.view.Paragraph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code describe}. */
@Command(name = "describe", description = "What an MBean has and can do, with types.")
final class DescribeCommand extends ReplCommand {
  @Parameters(
      paramLabel = "MBEAN",
      completionCandidates = BeanCandidates.Beans.class,
      description = "Its name, or a part that no other has.")
  private String bean = "";

  DescribeCommand(Session session) {
    super(session);
  }

  @Override
  public void run() {
    Beans beans = session.target().beans();
    BeanShape shape = beans.describe(BeanNames.find(beans, bean));
    session.answer(() -> List.of(json(shape)), () -> lines(shape));
  }

  private List<Line> lines(BeanShape shape) {
    List<Line> lines = new ArrayList<>();
    lines.add(line(shape.name()));
    lines.addAll(says(shape.description(), "  "));
    if (!shape.attributes().isEmpty()) {
      lines.add(Line.header("attributes"));
    }
    for (Attribute each : shape.attributes()) {
      lines.add(line("  " + each.value().typeName() + " " + each.name() + access(each)));
      lines.addAll(says(each.value().description(), "      "));
    }
    if (!shape.operations().isEmpty()) {
      lines.add(Line.header("operations"));
    }
    for (Operation each : shape.operations()) {
      lines.add(line("  " + each.declaration()));
      String description = each.description();
      lines.addAll(says(description.equals(each.name()) ? "" : description, "      "));
    }
    if (!shape.notifications().isEmpty()) {
      lines.add(Line.header("notifications"));
      shape.notifications().forEach(each -> lines.add(line("  " + each)));
    }
    return lines;
  }

  private static String access(Attribute attribute) {
    if (!attribute.isWritable()) {
      return "";
    }
    return attribute.isReadable() ? " (can be set)" : " (can only be set)";
  }

  /** A description that only repeats the name says nothing. */
  private List<Line> says(String description, String indent) {
    return description.isBlank() || !description.contains(" ")
        ? List.of()
        : Paragraph.of(
                description.strip().replaceAll("\\s+", " "), indent, session.output().width())
            .stream()
            .map(this::line)
            .toList();
  }

  private Line line(String text) {
    return Line.plain(session.output().symbols().fit(text, session.output().width()));
  }

  private static Map<String, Object> json(BeanShape shape) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("mbean", shape.name());
    json.put("class", shape.className());
    json.put("description", shape.description());
    json.put("attributes", shape.attributes().stream().map(DescribeCommand::attribute).toList());
    json.put(
        "operations",
        shape.operations().stream()
            .map(each ->
                Map.of(
                    "operation", each.name(),
                    "signature", each.signature(),
                    "returns", each.returns(),
                    "description", each.description()))
            .toList());
    json.put("notifications", List.copyOf(shape.notifications()));
    return json;
  }

  private static Map<String, Object> attribute(Attribute attribute) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("attribute", attribute.name());
    json.put("type", attribute.value().typeName());
    json.put("readable", attribute.isReadable());
    json.put("writable", attribute.isWritable());
    json.put("description", attribute.value().description());
    return json;
  }
}
