package io.pickglass.repl.terminal;

import io.pickglass.repl.command.Commands;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Makes the first word bold as soon as it is a command. */
final class CommandHighlighter implements Highlighter {
  private final Commands commands;
  private final Colours colours;

  CommandHighlighter(Commands commands, Colours colours) {
    this.commands = commands;
    this.colours = colours;
  }

  @Override
  public AttributedString highlight(LineReader reader, String buffer) {
    int end = 0;
    while (end < buffer.length() && Character.isLetter(buffer.charAt(end))) {
      end++;
    }
    if (colours.areOff() || !commands.isKnown(buffer.substring(0, end))) {
      return new AttributedString(buffer);
    }
    return new AttributedStringBuilder()
        .styled(AttributedStyle.BOLD, buffer.substring(0, end))
        .append(buffer.substring(end))
        .toAttributedString();
  }
}
