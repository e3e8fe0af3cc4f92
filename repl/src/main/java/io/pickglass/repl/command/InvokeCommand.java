package io.pickglass.repl.command;

import io.pickglass.repl.target.Beans;
import io.pickglass.repl.view.Line;
import io.pickglass.repl.view.ValueView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code invoke}. */
@Command(
    name = "invoke",
    description = {
      "Call an operation of an MBean.",
      "Of several of a name, the one that takes the arguments is called; where several do, give its"
          + " signature: `invoke Threading 'getThreadInfo(long,int)' 1 5`. Lists are typed with"
          + " commas or as a JSON array, composites as a JSON object, null as null."
    })
final class InvokeCommand extends ReplCommand {
  @Parameters(
      index = "0",
      paramLabel = "MBEAN",
      completionCandidates = BeanCandidates.Beans.class,
      description = "Its name, or a part that no other has.")
  private String bean = "";

  @Parameters(
      index = "1",
      paramLabel = "OPERATION",
      completionCandidates = BeanCandidates.Operations.class,
      description = "Its name, or its signature.")
  private String operation = "";

  @Parameters(
      index = "2..*",
      arity = "0..*",
      paramLabel = "ARGUMENT",
      description = "In the order of the signature.")
  private List<String> arguments = new ArrayList<>();

  InvokeCommand(Session session) {
    super(session);
  }

  @Override
  public void run() {
    Beans beans = session.target().beans();
    String name = BeanNames.find(beans, bean);
    Object value = beans.invoke(name, operation, arguments);
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("mbean", name);
    json.put("operation", operation);
    json.put("value", value);
    session.answer(() -> List.of(json), () -> lines(value));
  }

  private List<Line> lines(@Nullable Object value) {
    Output output = session.output();
    if (value == null) {
      output.note("done; it returned nothing");
      return List.of();
    }
    return ValueView.of(value, output.width(), output.symbols());
  }
}
