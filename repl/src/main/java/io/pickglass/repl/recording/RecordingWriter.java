package io.pickglass.repl.recording;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a recording line by line. What was {@linkplain #flush flushed} is in the file whatever
 * happens to the recorder. Used by one thread.
 */
public final class RecordingWriter implements AutoCloseable {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final OutputStream out;
  private final Path file;
  private long size;

  /**
   * Begins a file.
   *
   * @param overwrite whether one that is there may go
   */
  public RecordingWriter(Path file, boolean overwrite, Header header) {
    this.file = file;
    try {
      this.out =
          new BufferedOutputStream(
              overwrite
                  ? Files.newOutputStream(file)
                  : Files.newOutputStream(file, StandardOpenOption.CREATE_NEW));
    } catch (FileAlreadyExistsException e) {
      throw new RecordingException(
          "`%s` is there already: give another name, or `--overwrite`".formatted(file), e);
    } catch (IOException e) {
      throw failed(e);
    }
    write(header.toMap());
    flush();
  }

  /**
   * Adds a line.
   *
   * @param at when that was, in milliseconds since 1970, by the target's clock
   * @param items maps, lists, records, text and numbers
   */
  public void add(LineType type, long at, Map<String, ?> items) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put(LineType.TYPE, type.word());
    line.put(LineType.AT, at);
    line.putAll(items);
    write(line);
  }

  /** How many bytes there are. */
  public long size() {
    return size;
  }

  /** Sees to it that all lines are in the file. */
  public void flush() {
    try {
      out.flush();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private void write(Map<String, ?> line) {
    byte[] bytes = (MAPPER.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8);
    try {
      out.write(bytes);
    } catch (IOException e) {
      throw failed(e);
    }
    size += bytes.length;
  }

  private RecordingException failed(IOException e) {
    return new RecordingException(
        "cannot write the recording `%s` (%s): give a file in a directory that is there and has room"
            .formatted(file, e.getClass().getSimpleName()),
        e);
  }
}
