package io.pickglass.repl.command;

import io.pickglass.repl.recording.Recording;
import io.pickglass.repl.target.Info;
import io.pickglass.repl.target.RecordingTarget;
import io.pickglass.repl.view.Durations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code replay}. */
@Command(
    name = "replay",
    description = {
      "Look at a recording instead of a process: every command shows it as it was then.",
      "At first that is its last moment; `at TIME` goes to another."
    })
final class ReplayCommand extends ReplCommand {
  @Parameters(paramLabel = "FILE", description = "A file that `record` has written.")
  private Path file = Path.of("");

  ReplayCommand(Session session) {
    super(session);
  }

  @Override
  public void run() {
    if (!Files.isRegularFile(file)) {
      throw CommandFailure.usage(
          "there is no file `%s`: give one that `record` has written".formatted(file));
    }
    Info info = session.replay(file);
    if (session.target() instanceof RecordingTarget target) {
      tell(session.output(), target.recording(), info);
    }
    Greeting.warnings(session.target().name(), info).forEach(session.output()::note);
  }

  /** What is in it, and what is wrong with it. */
  static void tell(Output output, Recording recording, Info info) {
    output.note(
        "%s: %s of %s (Pickglass %s), from %s to %s; %d monitors, %d runtimes"
            .formatted(
                recording.name(),
                Durations.brief(
                    (recording.end() - recording.begin()) * 1_000_000, output.symbols()),
                recording.header().target(),
                info.version(),
                second(recording.begin()),
                second(recording.end()),
                info.names().monitors().size(),
                info.names().runtimes().size()));
    faults(output, recording);
  }

  /** What is wrong with it; usually nothing. */
  static void faults(Output output, Recording recording) {
    if (recording.tornBytes() > 0) {
      output.note(
          "its last line is torn and left out (%d bytes): the recorder was killed while it wrote, or is still at it"
              .formatted(recording.tornBytes()));
    } else if (recording.endReason().isEmpty()) {
      output.note("its recorder was killed, or is still at it: this is all up to its last line");
    }
    if (recording.brokenLines() > 0) {
      output.note(
          "%d of its lines cannot be understood and are left out"
              .formatted(recording.brokenLines()));
    }
  }

  private static Instant second(long millis) {
    return Instant.ofEpochMilli(millis).truncatedTo(ChronoUnit.SECONDS);
  }
}
