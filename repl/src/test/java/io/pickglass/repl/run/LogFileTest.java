package io.pickglass.repl.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pickglass.repl.config.Config;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.ConsoleHandler;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
  private static final Logger LIBRARY = Logger.getLogger("a.library");

  @TempDir private Path directory;

  @AfterEach
  void close() {
    LogFile.open(Config.NONE);
  }

  private static Config logging(Path file) {
    return Config.NONE.with("test", Map.of(List.of("log"), (Object) file.toString()));
  }

  @Test
  void whatLibrariesAndTheConsoleSayIsInTheFile() throws IOException {
    Path file = directory.resolve("100%u.log");
    LogFile.open(logging(file));
    LIBRARY.log(Level.WARNING, "it leaks", new IllegalStateException("why"));
    assertThat(Files.readString(file)).contains("it leaks", "IllegalStateException: why");
  }

  @Test
  void withoutAFileNothingIsWrittenAnywhere() {
    Logger root = Logger.getLogger("");
    root.addHandler(new ConsoleHandler());
    LogFile.open(Config.NONE);
    assertThat(root.getHandlers()).isEmpty();
  }

  @Test
  void aFileThatCannotBeWrittenIsSaidInOneSentence() {
    Path nowhere = directory.resolve("no/such/directory.log");
    assertThatThrownBy(() -> LogFile.open(logging(nowhere)))
        .hasMessageStartingWith("the log cannot be written to `" + nowhere + "`: ");
  }
}
