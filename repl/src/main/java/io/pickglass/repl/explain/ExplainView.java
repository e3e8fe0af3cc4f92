package io.pickglass.repl.explain;

import io.pickglass.repl.view.Line;
import io.pickglass.repl.view.Paragraph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An explanation for people, and for programs. */
public final class ExplainView {
  private static final String INDENT = "   ";

  private ExplainView() {}

  /** The lines: each question with its answer and number, and at the end what it is. */
  public static List<Line> lines(Explanation explanation, int width) {
    List<Line> lines = new ArrayList<>();
    Paragraph.of(explanation.name() + ", " + explanation.span(), "", width)
        .forEach(line -> lines.add(Line.header(line)));
    for (Finding finding : explanation.findings()) {
      add(lines, finding, width);
    }
    Paragraph.of(sentence(explanation.meaning()), "", width)
        .forEach(line -> lines.add(Line.header(line)));
    Paragraph.of("Next: " + explanation.next() + ".", "", width)
        .forEach(line -> lines.add(Line.plain(line)));
    return lines;
  }

  private static void add(List<Line> lines, Finding finding, int width) {
    Question question = finding.question();
    String answer = finding.answer() == Answer.UNKNOWN ? "cannot be told" : finding.answer().word();
    String text = "%d. %s %s".formatted(question.number(), question.text(), answer);
    Paragraph.of(text, "", width)
        .forEach(line -> lines.add(finding.isYes() ? Line.header(line) : Line.plain(line)));
    String numbers =
        finding.numbers().stream()
            .map(number -> number.name() + " " + number.text())
            .collect(Collectors.joining(", "));
    if (!numbers.isEmpty()) {
      Paragraph.of(numbers, INDENT, width).forEach(line -> lines.add(Line.plain(line)));
    }
    for (String sentence : finding.evidence()) {
      Paragraph.of(sentence, INDENT, width).forEach(line -> lines.add(Line.note(line)));
    }
  }

  private static String sentence(String text) {
    // A name in backquotes has its own spelling.
    return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
  }

  /** As a map for JSON. */
  public static Map<String, Object> json(String subject, Explanation explanation) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put(subject, explanation.name());
    json.put("span", explanation.span());
    json.put("findings", explanation.findings().stream().map(ExplainView::json).toList());
    json.put(
        "reason",
        explanation
            .reason()
            .map(reason -> reason.question().name().toLowerCase(java.util.Locale.ROOT))
            .orElse("none"));
    json.put("meaning", explanation.meaning());
    json.put("next", explanation.next());
    return json;
  }

  private static Map<String, Object> json(Finding finding) {
    Map<String, Object> numbers = new LinkedHashMap<>();
    finding.numbers().stream()
        .filter(number -> number.value().doubleValue() >= 0)
        .forEach(number -> numbers.put(number.name(), number.value()));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("question", finding.question().text());
    json.put("answer", finding.answer().word());
    json.put("numbers", numbers);
    json.put("evidence", finding.evidence());
    return json;
  }
}
