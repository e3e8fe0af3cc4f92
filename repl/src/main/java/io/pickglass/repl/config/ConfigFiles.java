package io.pickglass.repl.config;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Which files count: that of the user, then that of the working directory. */
public final class ConfigFiles {
  /** What they are called. */
  public static final String NAME = "pickglass.toml";

  private ConfigFiles() {}

  /**
   * What they set, over the defaults.
   *
   * @throws ConfigException where one is not as it should be
   */
  public static Config load() {
    return load(
        System.getenv("XDG_CONFIG_HOME"), Path.of(System.getProperty("user.home")), Path.of(""));
  }

  static Config load(@Nullable String xdg, Path home, Path working) {
    boolean ownPlace = xdg != null && Path.of(xdg).isAbsolute();
    Path users =
        (ownPlace ? Path.of(xdg) : home.resolve(".config")).resolve("pickglass").resolve(NAME);
    String label = ownPlace ? users.toString() : "~/.config/pickglass/" + NAME;
    return add(add(Config.NONE, users, label), working.resolve(NAME), "./" + NAME);
  }

  private static Config add(Config config, Path file, String label) {
    return Files.exists(file) ? config.with(label, ConfigFile.read(file, label)) : config;
  }
}
