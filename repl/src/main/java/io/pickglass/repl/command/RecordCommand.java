package io.pickglass.repl.command;

import io.pickglass.repl.record.Bounds;
import io.pickglass.repl.record.Recorder;
import io.pickglass.repl.record.Source;
import io.pickglass.repl.record.Summary;
import io.pickglass.repl.recording.Header;
import io.pickglass.repl.recording.RecordingException;
import io.pickglass.repl.recording.RecordingWriter;
import io.pickglass.repl.series.Names;
import io.pickglass.repl.target.Info;
import io.pickglass.repl.target.Target;
import io.pickglass.repl.view.Bytes;
import io.pickglass.repl.view.Durations;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code record}. */
@Command(
    name = "record",
    description = {
      "Record the target into a file, for `replay`: all intervals, tasks, warnings, workers.",
      "It begins with the intervals that the target still keeps. Ctrl-C ends it; so do the bounds.",
      "What is in the file stays readable whatever happens to the recorder."
    })
final class RecordCommand extends ReplCommand {
  @Parameters(paramLabel = "FILE", description = "A new file, such as trouble.ndjson.")
  private Path file = Path.of("");

  @Option(
      names = "--for",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "For how long; 1h without.")
  private Duration time = Duration.ofHours(1);

  @Option(
      names = "--max-size",
      paramLabel = "SIZE",
      converter = BytesConverter.class,
      description = "How large the file may become; 100MB without.")
  private long maxSize = 100_000_000;

  @Option(
      names = "--every",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description =
          "How often tasks, warnings, workers and numbers since the start are read; 5s without.")
  private Duration every = Duration.ofSeconds(5);

  @Option(
      names = "--tasks",
      paramLabel = "N",
      description = "So many tasks each time; 100 without.")
  private int tasks = 100;

  @Option(names = "--from-now", description = "Without the intervals that the target still keeps.")
  private boolean fromNow;

  @Option(names = "--overwrite", description = "A file of that name may go.")
  private boolean overwrite;

  RecordCommand(Session session) {
    super(session);
  }

  @Override
  public void run() {
    Target target = session.target();
    if (!target.isLive()) {
      throw CommandFailure.failed(target.name() + " is a recording itself: copy the file instead");
    }
    Info info = target.describe();
    Header header = Header.now(info.protocolVersion(), info.version(), target.name());
    Bounds bounds = new Bounds(time, maxSize, every, Math.clamp(tasks, 0, 10_000), !fromNow);
    Summary summary;
    try (RecordingWriter writer = new RecordingWriter(file, overwrite, header)) {
      Recorder recorder = new Recorder(source(), writer, bounds);
      summary = recorder.run(now -> session.output().progress(progress(now)));
    } catch (RecordingException e) {
      throw CommandFailure.failed(String.valueOf(e.getMessage()));
    } finally {
      session.output().progress("");
    }
    tell(summary, session.known().names());
  }

  private Source source() {
    return new Source() {
      @Override
      public Target target() {
        return session.target();
      }

      @Override
      public void lose() {
        session.lose();
      }

      @Override
      public boolean mayComeBack() {
        return session.mayComeBack();
      }
    };
  }

  private String progress(Summary now) {
    return "recording into %s: %d intervals, %s, %s of %s"
        .formatted(
            file,
            now.intervals(),
            Bytes.brief(now.bytes()),
            Durations.brief(now.nanos(), session.output().symbols()),
            Durations.brief(time.toNanos(), session.output().symbols()));
  }

  private void tell(Summary summary, Names names) {
    if (session.isJson()) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("file", file.toString());
      json.put("intervals", summary.intervals());
      json.put("missedIntervals", summary.missed());
      json.put("looks", summary.looks());
      json.put("lives", summary.lives());
      json.put("bytes", summary.bytes());
      json.put("elapsedNanos", summary.nanos());
      json.put("reason", summary.reason());
      session.print(json);
      return;
    }
    session
        .output()
        .note(
            "recorded %d intervals of %d monitors and %d runtimes in %s, %s, until %s: `replay %s` looks at it"
                .formatted(
                    summary.intervals(),
                    names.monitors().size(),
                    names.runtimes().size(),
                    Durations.brief(summary.nanos(), session.output().symbols()),
                    Bytes.brief(summary.bytes()),
                    until(summary.reason()),
                    file));
    if (summary.missed() > 0) {
      session
          .output()
          .note(
              "%d intervals were missed: they were no longer kept when it was their turn"
                  .formatted(summary.missed()));
    }
    if (summary.lives() > 1) {
      session.output().note("the target was started anew %d times".formatted(summary.lives() - 1));
    }
  }

  private static String until(String reason) {
    return reason.equals("stopped") ? "it was stopped" : reason;
  }
}
