package io.pickglass.repl.top.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyDecoderTest {
  /** The keys in what was sent; after it nothing comes. */
  private static List<String> keys(String sent) throws IOException {
    int[] at = {0};
    KeyDecoder decoder =
        new KeyDecoder(_ -> at[0] < sent.length() ? sent.charAt(at[0]++) : KeyDecoder.NONE);
    List<String> keys = new ArrayList<>();
    for (Key key = decoder.next(1); at[0] < sent.length() || !key.name().isEmpty(); ) {
      keys.add(key.x() < 0 ? key.name() : key.name() + " " + key.x() + " " + key.y());
      key = decoder.next(1);
    }
    return keys;
  }

  @Test
  void charactersAreKeysOfTheirOwn() throws IOException {
    assertThat(keys("q?漢😀")).containsExactly("q", "?", "漢", "😀");
    assertThat(keys("\r\t\u007f\u0003\u0004"))
        .containsExactly("Enter", "Tab", "Backspace", "Ctrl-C", "Ctrl-D");
  }

  @Test
  void arrowsComeInTwoForms() throws IOException {
    assertThat(keys("\u001b[A\u001bOB\u001b[5~\u001b[6~\u001b[H\u001b[4~"))
        .containsExactly("Up", "Down", "PageUp", "PageDown", "Home", "End");
  }

  @Test
  void aLoneEscapeIsAKey() throws IOException {
    assertThat(keys("\u001b")).containsExactly("Esc");
    assertThat(keys("\u001bb\u001b\u001b[A")).containsExactly("Esc", "b", "Esc", "Up");
  }

  @Test
  void clicksHaveAPlaceAndTheWheelTurns() throws IOException {
    assertThat(keys("\u001b[<0;3;7M\u001b[<65;1;1M")).containsExactly("Click 2 6", "WheelDown 0 0");
  }

  @Test
  void whatIsNotKnownMeansNothing() throws IOException {
    assertThat(keys("\u001b[99~\u001b[<0;9;9999999999999M\u001b[<0;3;7mq"))
        .containsExactly("", "", "", "q");
  }

  @Test
  void theEndOfTheInputIsAKey() throws IOException {
    assertThat(new KeyDecoder(_ -> -1).next(1)).isEqualTo(Key.END);
  }
}
