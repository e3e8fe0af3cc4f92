package io.pickglass.repl.recording;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Goes through a file once and notes where its lines are; what is no line is only counted. */
final class Indexer {
  /** Longer lines are none of ours: they would only fill the memory. */
  static final int LONGEST_LINE = 16 << 20;

  private final String name;
  private final Map<LineType, Map<String, List<Entry>>> byType = new EnumMap<>(LineType.class);
  private @Nullable Header header;
  private String startTime = "";
  private int life;
  private long begin;
  private long end;
  private long brokenLines;

  private Indexer(String name) {
    this.name = name;
  }

  static Index index(Path path, String name) throws IOException {
    Indexer indexer = new Indexer(name);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
      long torn = indexer.readAll(in);
      Header header = indexer.header;
      if (header == null) {
        throw new RecordingException(Header.noRecording(name));
      }
      return new Index(
          header, indexer.byType, indexer.begin, indexer.end, torn, indexer.brokenLines);
    }
  }

  /** Gives the number of bytes after the last line. */
  private long readAll(InputStream in) throws IOException {
    byte[] line = new byte[1 << 12];
    long start = 0;
    long position = 0;
    for (int next = in.read(); next >= 0; next = in.read()) {
      int length = (int) Math.min(position - start, LONGEST_LINE);
      position++;
      if (next == '\n') {
        take(line, length, start, position - 1 - start > LONGEST_LINE);
        start = position;
      } else if (length < LONGEST_LINE) {
        if (length == line.length) {
          line = Arrays.copyOf(line, 2 * length);
        }
        line[length] = (byte) next;
      } else if (header == null) {
        throw new RecordingException(Header.noRecording(name));
      }
    }
    return position - start;
  }

  private void take(byte[] line, int length, long offset, boolean tooLong) {
    if (header == null) {
      header = header(Arrays.copyOf(line, length));
    } else if (tooLong) {
      brokenLines++;
    } else if (length > 0) {
      try {
        add(LineReader.scalars(line, 0, length), offset, length);
      } catch (JacksonException | IllegalArgumentException e) {
        brokenLines++;
      }
    }
  }

  private Header header(byte[] line) {
    try {
      return Header.of(name, LineReader.object(line));
    } catch (JacksonException e) {
      throw new RecordingException(Header.noRecording(name), e);
    }
  }

  private void add(Map<String, Object> items, long offset, int length) {
    String word = text(items, LineType.TYPE);
    if (!LineType.isKnown(word)) {
      return; // of a newer console, which has told more
    }
    LineType type = LineType.of(word);
    long at = number(items, LineType.AT);
    if (type == LineType.INFO) {
      String started = text(items, "startTime");
      life += startTime.isEmpty() || startTime.equals(started) ? 0 : 1;
      startTime = started;
    }
    String key = "";
    if (type.isNamed()) {
      key = Recording.key(IntervalLine.subject(items.get("of")), text(items, "name"));
    }
    long sequence = type == LineType.INTERVAL ? number(items, "seq") : 0;
    byType
        .computeIfAbsent(type, _ -> new HashMap<>())
        .computeIfAbsent(key, _ -> new ArrayList<>())
        .add(new Entry(at, sequence, life, offset, length));
    begin = begin == 0 ? at : Math.min(begin, at);
    end = Math.max(end, at);
  }

  private static String text(Map<String, Object> items, String name) {
    if (items.get(name) instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException("a line without " + name);
  }

  private static long number(Map<String, Object> items, String name) {
    if (items.get(name) instanceof Long number) {
      return number;
    }
    throw new IllegalArgumentException("a line without " + name);
  }
}
