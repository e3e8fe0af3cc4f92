package io.pickglass.repl.top.input;

import java.io.IOException;
import java.util.Map;

/**
 * Makes keys of the characters that a terminal sends. A lone Escape is told from the beginning of a
 * sequence by the time until the next character.
 */
public final class KeyDecoder {
  /** Where characters come from. */
  public interface Source {
    /**
     * The next one.
     *
     * @param millis how long to wait for it
     * @return -1 at the end, -2 if none came
     */
    int read(long millis) throws IOException;
  }

  /** No character came in time. */
  public static final int NONE = -2;

  private static final int ESCAPE = 27;
  private static final long SEQUENCE_MILLIS = 50;
  private static final int LONGEST = 24;

  private static final Map<String, String> SEQUENCES =
      Map.ofEntries(
          Map.entry("A", "Up"),
          Map.entry("B", "Down"),
          Map.entry("C", "Right"),
          Map.entry("D", "Left"),
          Map.entry("H", "Home"),
          Map.entry("F", "End"),
          Map.entry("Z", "BackTab"),
          Map.entry("1~", "Home"),
          Map.entry("7~", "Home"),
          Map.entry("4~", "End"),
          Map.entry("8~", "End"),
          Map.entry("5~", "PageUp"),
          Map.entry("6~", "PageDown"));

  private final Source source;
  private int kept = NONE;

  /** For a terminal. */
  public KeyDecoder(Source source) {
    this.source = source;
  }

  /** The next key; one without a name if none came, or one that means nothing here. */
  public Key next(long millis) throws IOException {
    int c = read(millis);
    return switch (c) {
      case -1 -> Key.END;
      case NONE -> Key.of("");
      case ESCAPE -> escape();
      case '\r', '\n' -> Key.of("Enter");
      case '\t' -> Key.of("Tab");
      case 8, 127 -> Key.of("Backspace");
      default -> c < ' ' ? Key.of("Ctrl-" + (char) (c + '@')) : character(c);
    };
  }

  private int read(long millis) throws IOException {
    int c = kept;
    kept = NONE;
    return c == NONE ? source.read(millis) : c;
  }

  private Key character(int c) throws IOException {
    if (!Character.isHighSurrogate((char) c)) {
      return Key.of(Character.toString(c));
    }
    int low = source.read(SEQUENCE_MILLIS);
    return Key.of(low < 0 ? "" : new String(new char[] {(char) c, (char) low}));
  }

  private Key escape() throws IOException {
    int c = source.read(SEQUENCE_MILLIS);
    if (c != '[' && c != 'O') {
      // Somebody types fast: no key of ours is one together with Alt.
      kept = c;
      return Key.of("Esc");
    }
    StringBuilder sequence = new StringBuilder();
    while (sequence.length() < LONGEST) {
      int next = source.read(SEQUENCE_MILLIS);
      if (next < 0) {
        break;
      }
      sequence.append((char) next);
      if (next >= '@' && next <= '~') {
        break;
      }
    }
    String text = sequence.toString();
    return text.startsWith("<") ? mouse(text) : Key.of(SEQUENCES.getOrDefault(text, ""));
  }

  /** {@code <BUTTON;COLUMN;LINE} and {@code M} for down, {@code m} for up. */
  private static Key mouse(String text) {
    String[] parts = text.substring(1, text.length() - 1).split(";", -1);
    if (parts.length != 3 || !text.endsWith("M")) {
      return Key.of("");
    }
    try {
      int x = Integer.parseInt(parts[1]) - 1;
      int y = Integer.parseInt(parts[2]) - 1;
      return switch (parts[0]) {
        case "0" -> new Key("Click", x, y);
        case "64" -> new Key("WheelUp", x, y);
        case "65" -> new Key("WheelDown", x, y);
        default -> Key.of("");
      };
    } catch (NumberFormatException e) {
      return Key.of("");
    }
  }
}
