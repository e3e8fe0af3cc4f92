package io.pickglass.races;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What jcstress has printed, read back.
 *
 * @param exit how it ended; 0 says that nothing failed
 * @param planned how many results there should be: races times ways to compile them
 * @param passed how many of them found nothing
 * @param races how many races the summary names
 * @param samples how often all races were run
 * @param forbidden how many of these ended as none may end
 * @param text all that was printed
 */
record Report(
    int exit, long planned, long passed, long races, long samples, long forbidden, String text) {
  private static final Pattern PROGRESS =
      Pattern.compile("\\(Results: (\\d+) planned; (\\d+) passed,.*");
  private static final Pattern RACE = Pattern.compile("\\.+ \\[[A-Z]+] io\\.pickglass\\..*");
  private static final Pattern OUTCOME =
      Pattern.compile(" .*? ([\\d,]+) +<?[\\d.]+% +(Acceptable|Interesting|Forbidden) .*");

  static Report of(List<String> lines, int exit) {
    long planned = 0;
    long passed = 0;
    for (String line : lines) {
      Matcher progress = PROGRESS.matcher(line);
      if (progress.matches()) {
        planned = Long.parseLong(progress.group(1));
        passed = Long.parseLong(progress.group(2));
      }
    }
    int summary = Math.max(0, lines.indexOf("RUN RESULTS:"));
    long races = 0;
    long samples = 0;
    long forbidden = 0;
    for (String line : lines.subList(summary, lines.size())) {
      Matcher outcome = OUTCOME.matcher(line);
      if (outcome.matches()) {
        long count = Long.parseLong(outcome.group(1).replace(",", ""));
        samples += count;
        forbidden += outcome.group(2).equals("Forbidden") ? count : 0;
      } else if (RACE.matcher(line).matches()) {
        races++;
      }
    }
    String text = String.join("\n", lines.subList(summary, lines.size()));
    return new Report(exit, planned, passed, races, samples, forbidden, text);
  }
}
