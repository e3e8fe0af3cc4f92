package io.pickglass.repl.command;

import io.pickglass.repl.recording.Recording;
import io.pickglass.repl.target.RecordingTarget;
import io.pickglass.repl.target.Timeouts;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code at}. */
@Command(
    name = "at",
    description = {
      "Go to a moment of the recording that is replayed, or say at which one it is.",
      "Times are UTC, as they are shown: 10:31:05; 2026-01-02T10:31:05Z; +90s from its begin;",
      "-90s from its end; begin; end."
    })
final class AtCommand extends ReplCommand implements TakesFreeText {
  @Parameters(
      arity = "0..1",
      paramLabel = "TIME",
      description = "The moment; without, the present one is said.")
  private @Nullable String time;

  AtCommand(Session session) {
    super(session);
  }

  @Override
  public void run() {
    if (!(session.target() instanceof RecordingTarget target)) {
      throw CommandFailure.failed(
          "%s is no recording, so it can only be looked at as it is now: `record FILE`, then `replay FILE`"
              .formatted(session.target().name()));
    }
    Recording recording = target.recording();
    if (time != null) {
      Instant moment = moment(time, recording);
      if (moment.toEpochMilli() < recording.begin()
          || moment.toEpochMilli() > recording.end() + 999) {
        throw CommandFailure.failed(
            "`%s` (%s) is not in %s, which goes from %s to %s"
                .formatted(
                    time,
                    moment,
                    recording.name(),
                    Instant.ofEpochMilli(recording.begin()),
                    Instant.ofEpochMilli(recording.end())));
      }
      target.moment(moment);
      session.known().refreshNames();
    }
    tell(target);
  }

  private void tell(RecordingTarget target) {
    long last = target.describe().lastSequence();
    if (session.isJson()) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("recording", target.recording().name());
      json.put("at", target.moment().toString());
      json.put("lastSequence", last);
      session.print(json);
    } else {
      session.output().note("at %s: the last interval then is %d".formatted(target.moment(), last));
    }
  }

  /** The moment that is meant. */
  static Instant moment(String text, Recording recording) {
    Instant begin = Instant.ofEpochMilli(recording.begin());
    Instant end = Instant.ofEpochMilli(recording.end());
    if (text.equals("begin") || text.equals("end")) {
      return text.equals("begin") ? begin : end;
    }
    if (text.startsWith("+") || text.startsWith("-")) {
      Duration distance = Timeouts.parse(text.substring(1)).orElseThrow(() -> bad(text));
      return text.startsWith("+") ? begin.plus(distance) : end.minus(distance);
    }
    try {
      return text.contains("T") ? Instant.parse(text) : day(LocalTime.parse(text), begin, end);
    } catch (DateTimeException e) {
      throw bad(text);
    }
  }

  /** That time on the first day of the recording on which it is in it. */
  private static Instant day(LocalTime time, Instant begin, Instant end) {
    LocalDate first = LocalDate.ofInstant(begin, ZoneOffset.UTC);
    Instant moment = first.atTime(time).toInstant(ZoneOffset.UTC);
    Instant next = moment.plus(Duration.ofDays(1));
    return moment.plusMillis(999).isBefore(begin) && !next.isAfter(end) ? next : moment;
  }

  private static CommandFailure bad(String text) {
    return CommandFailure.usage(
        "`%s` is no time: give 10:31:05 (UTC), 2026-01-02T10:31:05Z, +90s, -90s, begin or end"
            .formatted(text));
  }
}
