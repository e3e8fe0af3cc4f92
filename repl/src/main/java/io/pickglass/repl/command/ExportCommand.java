package io.pickglass.repl.command;

import io.pickglass.repl.picture.Picture;
import io.pickglass.repl.view.Csv;
import io.pickglass.repl.view.Line;
import io.pickglass.repl.view.OpenMetrics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code export}. */
@Command(
    name = "export",
    description = {
      "What was shown last, or what a command shows, for programs: json, csv, openmetrics, svg.",
      "  show orders; export json                  what was shown, not asked for again",
      "  export --to tasks.csv csv tasks --limit 1000",
      "  plot maxPollNanos orders; export --to orders.svg svg",
      "svg is of what `plot` or `hist` has drawn. The fields are those of `--output json`, in",
      "docs/output.md; openmetrics has the series names of the exporter. Options come first."
    })
final class ExportCommand extends ReplCommand implements TakesFreeText {
  private static final List<String> FORMATS = List.of("json", "csv", "openmetrics", "svg");

  private final Commands commands;

  @Option(
      names = "--to",
      paramLabel = "FILE",
      description = "Write a file; one that is there goes.")
  private @Nullable Path file;

  @Parameters(
      index = "0",
      paramLabel = "FORMAT",
      completionCandidates = Formats.class,
      description = "json, csv, openmetrics or svg.")
  private String format = "";

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "COMMAND",
      description = "A command of the console with its arguments.")
  private @Nullable List<String> command;

  ExportCommand(Session session, Commands commands) {
    super(session);
    this.commands = commands;
  }

  @Override
  public void run() {
    if (!FORMATS.contains(format)) {
      throw CommandFailure.usage(
          "`%s` is no format: %sgive json, csv, openmetrics or svg"
              .formatted(format, Nearest.question(format, FORMATS)));
    }
    // Running another command may be running this one: its options are these fields.
    String as = format;
    Path to = file;
    List<Map<String, ?>> objects = command == null ? session.answers().objects() : ran(command);
    List<String> lines = as.equals("svg") ? svg() : lines(as, objects);
    if (to == null) {
      lines.forEach(line -> session.output().line(Line.plain(line)));
    } else {
      write(to, lines);
    }
  }

  private List<Map<String, ?>> ran(List<String> words) {
    if (words.getFirst().equals("export")) {
      throw CommandFailure.usage("`export` exports what other commands show, not itself");
    }
    int[] code = {ExitCode.OK};
    List<Map<String, ?>> objects = session.answers().capture(() -> code[0] = commands.run(words));
    if (code[0] != ExitCode.OK) {
      throw CommandFailure.failed("nothing is exported: `" + String.join(" ", words) + "` failed");
    }
    return objects;
  }

  private List<String> svg() {
    Picture picture = session.answers().picture();
    if (picture == null) {
      throw CommandFailure.failed(
          "what was shown last is no picture: `plot METRIC NAME` or `hist NAME METRIC` draws one");
    }
    return picture.svg().lines().toList();
  }

  private static List<String> lines(String format, List<Map<String, ?>> objects) {
    if (objects.isEmpty()) {
      throw CommandFailure.failed(
          "nothing was shown that could be exported: `monitors` first, or `export FORMAT COMMAND`");
    }
    return switch (format) {
      case "csv" -> Csv.lines(objects);
      case "openmetrics" -> openMetrics(objects);
      default -> objects.stream().map(object -> Json.line(object).text()).toList();
    };
  }

  private static List<String> openMetrics(List<Map<String, ?>> objects) {
    List<String> lines = OpenMetrics.lines(objects);
    if (lines.size() == 1) {
      throw CommandFailure.failed(
          "what was shown has no metrics of monitors or runtimes: `monitors`, `runtimes`, `show` or `tail` have");
    }
    return lines;
  }

  private void write(Path to, List<String> lines) {
    try {
      Files.write(to, lines, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw CommandFailure.failed(
          "cannot write `%s` (%s): give a file in a directory that is there"
              .formatted(to, e.getClass().getSimpleName()));
    }
    session.output().note("wrote %d lines into %s".formatted(lines.size(), to));
  }

  /** Completes the format. */
  static final class Formats implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return FORMATS.iterator();
    }
  }
}
