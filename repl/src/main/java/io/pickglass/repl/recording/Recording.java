package io.pickglass.repl.recording;

import io.pickglass.repl.series.Subject;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * A recording that is looked at: where its lines are is known, what is in them is read when it is
 * asked for.
 *
 * <p>Threads: any; one at a time reads the file.
 */
public final class Recording implements AutoCloseable {
  private final Path path;
  // Not a channel: one is closed when a thread that reads it is interrupted, as by Ctrl-C.
  private final RandomAccessFile file;
  private final Index index;

  private Recording(Path path, RandomAccessFile file, Index index) {
    this.path = path;
    this.file = file;
    this.index = index;
  }

  /**
   * Opens a file and goes through it once.
   *
   * @throws RecordingException where it is no recording, or cannot be read
   */
  public static Recording open(Path path) {
    String name = name(path);
    try {
      Index index = Indexer.index(path, name);
      return new Recording(path, new RandomAccessFile(path.toFile(), "r"), index);
    } catch (IOException e) {
      throw new RecordingException(
          "cannot read `%s` (%s): give a file that `record` has written"
              .formatted(path, e.getClass().getSimpleName()),
          e);
    }
  }

  private static String name(Path path) {
    Path last = path.getFileName();
    return last == null ? path.toString() : last.toString();
  }

  /** How the file is called, without its directory. */
  public String name() {
    return name(path);
  }

  /** Its first line. */
  public Header header() {
    return index.header();
  }

  /** When its first line was; 0 if there is none. */
  public long begin() {
    return index.begin();
  }

  /** When its last line was; 0 if there is none. */
  public long end() {
    return index.end();
  }

  /** How many bytes at its end are no whole line: its recorder was killed while it wrote. */
  public long tornBytes() {
    return index.tornBytes();
  }

  /** How many lines in it could not be understood, and were passed over. */
  public long brokenLines() {
    return index.brokenLines();
  }

  /** Why its recorder ended; empty where it was killed, or is still at it. */
  public Optional<String> endReason() {
    Entry last = last(LineType.END, "", Long.MAX_VALUE);
    return last == null
        ? Optional.empty()
        : Optional.of(read(last)).map(line -> String.valueOf(line.get("reason")));
  }

  /** The lines of that type, the oldest first. */
  public List<Entry> entries(LineType type, String name) {
    return index.entries(type, name);
  }

  /** The intervals of a monitor or runtime, the oldest first. */
  public List<Entry> intervals(Subject subject, String name) {
    return entries(LineType.INTERVAL, key(subject, name));
  }

  /** The last line of that type up to a moment; before it the first one; null if there is none. */
  public @Nullable Entry last(LineType type, String name, long moment) {
    List<Entry> entries = entries(type, name);
    Entry last = entries.isEmpty() ? null : entries.getFirst();
    for (Entry entry : entries) {
      if (entry.at() > moment) {
        break;
      }
      last = entry;
    }
    return last;
  }

  /** All lines of that type, whatever they are of. */
  public List<Entry> all(LineType type) {
    return index.all(type).stream().flatMap(List::stream).toList();
  }

  /** By which name lines of that monitor or runtime are found. */
  public static String key(Subject subject, String name) {
    return subject.word() + ":" + name;
  }

  /** What is in a line. */
  public Map<String, Object> read(Entry entry) {
    byte[] bytes = new byte[entry.length()];
    try {
      synchronized (file) {
        file.seek(entry.offset());
        file.readFully(bytes);
      }
      return LineReader.object(bytes);
    } catch (EOFException e) {
      throw new RecordingException(
          "`%s` has become shorter since it was opened: `replay` it again".formatted(path), e);
    } catch (IOException | JacksonException e) {
      throw new RecordingException(
          "`%s` can no longer be read: is it still there?".formatted(path), e);
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      // It was only read.
    }
  }
}
