package io.pickglass.repl.command;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The known words that somebody may have meant. */
public final class Nearest {
  private static final int AT_MOST = 3;

  private Nearest() {}

  /** The nearest words, the best first; none if all are too far. */
  public static List<String> to(String word, Collection<String> known) {
    String typed = word.toLowerCase(Locale.ROOT);
    int allowed = Math.max(1, typed.length() / 3);
    record Candidate(String word, int distance) {}
    List<Candidate> candidates =
        known.stream()
            .map(k -> new Candidate(k, distance(typed, k.toLowerCase(Locale.ROOT))))
            .filter(c -> c.distance <= allowed)
            .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::word))
            .toList();
    // A word that is clearly the best needs no company.
    return candidates.stream()
        .filter(c -> c.distance == candidates.getFirst().distance)
        .limit(AT_MOST)
        .map(Candidate::word)
        .toList();
  }

  /** A question to append to a sentence, ending in a space; empty if there is nothing near. */
  public static String question(String word, Collection<String> known) {
    List<String> nearest = to(word, known);
    return nearest.isEmpty()
        ? ""
        : nearest.stream().collect(Collectors.joining("` or `", "did you mean `", "`? "));
  }

  /** 0 for a word that goes on as typed, else the number of edits; swapped neighbours are one. */
  private static int distance(String typed, String known) {
    if (known.startsWith(typed)) {
      return 0;
    }
    int[][] d = new int[typed.length() + 1][known.length() + 1];
    for (int i = 0; i <= typed.length(); i++) {
      for (int j = 0; j <= known.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int different = typed.charAt(i - 1) == known.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(d[i - 1][j - 1] + different, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        if (i > 1
            && j > 1
            && typed.charAt(i - 1) == known.charAt(j - 2)
            && typed.charAt(i - 2) == known.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[typed.length()][known.length()];
  }
}
