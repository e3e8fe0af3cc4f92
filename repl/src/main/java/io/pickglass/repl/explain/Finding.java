package io.pickglass.repl.explain;

import java.util.List;

/**
 * The answer to one question.
 *
 * @param question the question
 * @param answer the answer
 * @param numbers on which it rests
 * @param evidence what else speaks for it, a sentence each
 * @param meaning if the answer is yes: what it is, in a sentence
 * @param next if the answer is yes: what to look at, in a sentence
 * @param weight how much of the tasks' time it is about, in seconds for each second; orders those
 *     that are answered with yes
 */
public record Finding(
    Question question,
    Answer answer,
    List<Reading> numbers,
    List<String> evidence,
    String meaning,
    String next,
    double weight) {

  static Finding no(Question question, List<Reading> numbers, String... evidence) {
    return new Finding(question, Answer.NO, numbers, List.of(evidence), "", "", 0);
  }

  static Finding unknown(Question question, String why) {
    return new Finding(question, Answer.UNKNOWN, List.of(), List.of(why), "", "", 0);
  }

  /** Whether that is why. */
  public boolean isYes() {
    return answer == Answer.YES;
  }
}
