package io.pickglass.repl.command;

import io.pickglass.repl.config.Config;
import io.pickglass.repl.target.Access;
import io.pickglass.repl.target.Tls;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Where to connect to.
 *
 * @param address as it was typed, without a password
 * @param access with what
 * @param name how it is called from now on; empty if it shall have the name of its address
 */
record Destination(String address, Access access, String name) {
  /** What was typed: an address, or the name of a target in the configuration. */
  static Destination of(
      String text,
      AccessOptions options,
      Optional<String> name,
      Config config,
      Secrets.Prompt prompt) {
    Map<String, Config.Entry> known = config.targets().get(text);
    if (known != null) {
      String address = Objects.requireNonNull(known.get("address")).text();
      AccessOptions all = options.over(AccessOptions.of(known));
      return new Destination(address, all.read(text, prompt), name.orElse(text));
    }
    Destination plain = of(text);
    Access access = options.read(plain.address, prompt);
    boolean inAddress = !plain.access.user().isEmpty() && access.user().isEmpty();
    return new Destination(
        plain.address,
        inAddress ? new Access(plain.access.user(), plain.access.password(), access.tls()) : access,
        name.orElse(""));
  }

  /** An address, from which a password is taken out: it must not be seen anywhere. */
  static Destination of(String text) {
    if (text.startsWith("http://") || text.startsWith("https://")) {
      try {
        String user = new URI(text).getUserInfo();
        if (user != null) {
          int colon = user.indexOf(':');
          Access access =
              colon < 0
                  ? new Access(user, "", Tls.DEFAULT)
                  : new Access(user.substring(0, colon), user.substring(colon + 1), Tls.DEFAULT);
          return new Destination(text.replaceFirst("//[^/@]*@", "//"), access, "");
        }
      } catch (URISyntaxException e) {
        // Reading it as an address says what is wrong with it.
      }
    }
    return new Destination(text, Access.NONE, "");
  }
}
