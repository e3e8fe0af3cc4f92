package io.pickglass.repl.recording;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import org.junit.jupiter.api.io.TempDir;

/** Any file is read as far as it is a recording, or refused. */
class RecordingFuzz {
  @TempDir private static Path directory;

  @FuzzTest(maxDuration = "1m")
  void files(byte[] data) throws IOException {
    Path file = Files.write(directory.resolve("a.ndjson"), data);
    try (Recording recording = Recording.open(file)) {
      for (LineType type : LineType.values()) {
        for (Entry entry : recording.all(type)) {
          read(recording, entry, type);
        }
      }
    } catch (RecordingException e) {
      assertThat(e).hasMessageContaining("a.ndjson");
    }
  }

  private static void read(Recording recording, Entry entry, LineType type) {
    var line = recording.read(entry);
    if (type == LineType.INTERVAL) {
      try {
        assertThat(IntervalLine.of(line, recording.header().metrics())).isNotNull();
      } catch (IllegalArgumentException | DateTimeException e) {
        // Said by the target as an answer that is not understood.
      }
    }
  }
}
