package io.pickglass.demo.service;

/** Writes one JSON object, member by member; used by one thread. */
final class Json {
  private final StringBuilder text = new StringBuilder("{");

  Json put(String name, long value) {
    return member(name, Long.toString(value));
  }

  Json put(String name, boolean value) {
    return member(name, Boolean.toString(value));
  }

  Json put(String name, String value) {
    return member(name, quote(value));
  }

  Json put(String name, Json value) {
    return member(name, value.toString());
  }

  private Json member(String name, String value) {
    text.append(text.length() > 1 ? "," : "").append(quote(name)).append(':').append(value);
    return this;
  }

  @Override
  public String toString() {
    return text + "}";
  }

  static String quote(String value) {
    StringBuilder quoted = new StringBuilder(value.length() + 2).append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ') {
        quoted.append("\\u%04x".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
