package io.pickglass.repl.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pickglass.repl.Keys;
import io.pickglass.repl.Secured;
import io.pickglass.repl.Watched;
import io.pickglass.repl.target.TargetException.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real servers that want TLS, names and passwords. */
@Timeout(120)
class SecuredTargetsTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  @TempDir private static Path directory;
  private static Keys keys;
  private static Secured secured;

  @BeforeAll
  static void start() {
    keys = Keys.make(directory);
    secured = Secured.start(keys, false);
  }

  @AfterAll
  static void stop() {
    secured.close();
  }

  private static String address(String wire) {
    return switch (wire) {
      case "host:port" -> secured.hostAndPort();
      case "service URL" -> secured.serviceUrl();
      default -> secured.jolokiaUrl();
    };
  }

  private static Tls trusting(Optional<Path> ca, Optional<Tls.Store> store, boolean anyHost) {
    return new Tls(true, ca, store, Optional.empty(), anyHost);
  }

  private static Tls trusted() {
    return trusting(Optional.of(keys.file("server.pem")), Optional.empty(), false);
  }

  private static Target connect(String address, String user, String password, Tls tls) {
    return Connector.connect(Address.parse(address), new Access(user, password, tls), () -> LONG);
  }

  private static TargetException failure(String address, String user, String password, Tls tls) {
    try (Target target = connect(address, user, password, tls)) {
      target.describe();
      throw new AssertionError(address + " answered");
    } catch (TargetException e) {
      assertThat(e.toString() + e.getCause()).doesNotContain(Secured.PASSWORD);
      return e;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"host:port", "service URL", "Jolokia"})
  void withACertificateANameAndAPasswordTheyAnswer(String wire) {
    for (Tls tls :
        List.of(
            trusted(),
            trusting(
                Optional.empty(),
                Optional.of(new Tls.Store(keys.file("trust.p12"), Keys.PASSWORD)),
                false))) {
      try (Target target = connect(address(wire), "ops", Secured.PASSWORD, tls)) {
        assertThat(target.describe().monitors()).contains("orders", "users.insert");
        assertThat(target.beans().get("java.lang:type=Runtime", List.of("SpecVersion")))
            .containsEntry("SpecVersion", Beans.Read.of("25"));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"host:port", "Jolokia"})
  void whoIsNotKnownIsToldHowToBe(String wire) {
    TargetException nobody = failure(address(wire), "", "", trusted());
    assertThat(nobody.kind()).isEqualTo(Kind.REFUSED);
    assertThat(nobody)
        .hasMessageContaining("wants a name and a password: `connect ")
        .hasMessageEndingWith(" --user NAME` asks for the password");
    assertThat(failure(address(wire), "ops", "wrong", trusted()))
        .hasMessageContaining("does not let ")
        .hasMessageEndingWith(": are name and password right?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"host:port", "Jolokia"})
  void aCertificateThatIsNotTrustedIsRefused(String wire) {
    for (Tls tls :
        List.of(
            Tls.DEFAULT, trusting(Optional.of(keys.file("client.pem")), Optional.empty(), false))) {
      assertThat(failure(address(wire), "ops", Secured.PASSWORD, tls))
          .hasMessageEndingWith(
              " shows a certificate that is not trusted here: give its issuer with `--ca FILE`"
                  + " (PEM) or `--trust-store FILE`");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"host:port", "Jolokia"})
  void aCertificateForAnotherHostIsRefusedUnlessThatIsMeant(String wire, @TempDir Path other) {
    Keys ofOther = Keys.make(other, "dns:elsewhere.example");
    try (Secured elsewhere = Secured.start(ofOther, false)) {
      String address = wire.equals("Jolokia") ? elsewhere.jolokiaUrl() : elsewhere.hostAndPort();
      Optional<Path> ca = Optional.of(ofOther.file("server.pem"));
      assertThat(failure(address, "ops", Secured.PASSWORD, trusting(ca, Optional.empty(), false)))
          .hasMessageContaining(" shows a certificate that does not fit (")
          .hasMessageContaining("`--any-host`");
      try (Target target =
          connect(address, "ops", Secured.PASSWORD, trusting(ca, Optional.empty(), true))) {
        assertThat(target.names().monitors()).contains("orders");
      }
    }
  }

  @Test
  void clientsThatMustShowACertificateDo(@TempDir Path other) {
    Keys all = Keys.make(other);
    Optional<Path> ca = Optional.of(all.file("server.pem"));
    Optional<Tls.Store> key = Optional.of(new Tls.Store(all.file("client.p12"), Keys.PASSWORD));
    Tls without = new Tls(true, ca, Optional.empty(), Optional.empty(), false);
    Tls with = new Tls(true, ca, Optional.empty(), key, false);
    try (Secured strict = Secured.start(all, true)) {
      for (String address : List.of(strict.hostAndPort(), strict.jolokiaUrl())) {
        String user = address.startsWith("https") ? "" : "ops";
        assertThat(failure(address, user, Secured.PASSWORD, without))
            .as(address)
            .hasMessageEndingWith(
                " a certificate of ours: give it and its key with `--client-key FILE` (PKCS#12)");
        try (Target target = connect(address, user, Secured.PASSWORD, with)) {
          assertThat(target.names().monitors()).as(address).contains("orders");
        }
      }
    }
  }

  @Test
  void aServerWithoutTlsGetsNoPasswordWhereTlsIsWanted() {
    try (Watched plain = Watched.startWithout()) {
      assertThat(failure(plain.hostAndPort(), "ops", Secured.PASSWORD, trusted()))
          .hasMessageContaining(" does not do TLS ")
          .hasMessageContaining("nothing was sent to it");
      assertThat(failure(plain.jolokiaUrl(), "ops", Secured.PASSWORD, trusted()))
          .hasMessageContaining(" is without TLS: give it as https://");
    }
  }

  @Test
  void aReaderIsToldThatItMayOnlyRead() {
    try (Target target =
        connect(secured.hostAndPort(), "viewer", Secured.VIEWERS_PASSWORD, trusted())) {
      Beans beans = target.beans();
      String memory = "java.lang:type=Memory";
      assertThat(beans.get(memory, List.of("Verbose")))
          .containsEntry("Verbose", Beans.Read.of(false));
      for (Runnable write :
          List.<Runnable>of(
              () -> beans.set(memory, "Verbose", "true"),
              () -> beans.invoke(memory, "gc", List.of()),
              () -> target.turn(false))) {
        assertThatThrownBy(write::run)
            .isInstanceOfSatisfying(
                TargetException.class, e -> assertThat(e.kind()).isEqualTo(Kind.REFUSED))
            .hasMessageContaining(" lets this user only read (")
            .hasMessageEndingWith("): connect as a user with readwrite access");
      }
    }
  }

  @Test
  void filesThatCannotBeUsedAreNamed() {
    Path none = directory.resolve("none");
    assertThat(
            failure(
                secured.jolokiaUrl(), "", "", trusting(Optional.of(none), Optional.empty(), false)))
        .hasMessage("`%s` cannot be read (NoSuchFileException)", none);
    assertThat(
            failure(
                secured.jolokiaUrl(),
                "",
                "",
                trusting(Optional.of(keys.file("server.p12")), Optional.empty(), false)))
        .hasMessage(
            "`%s` holds no certificate: give a file of certificates in PEM",
            keys.file("server.p12"));
    assertThat(
            failure(
                secured.jolokiaUrl(),
                "",
                "",
                trusting(
                    Optional.empty(),
                    Optional.of(new Tls.Store(keys.file("trust.p12"), "wrong")),
                    false)))
        .hasMessage(
            "`%s` cannot be opened with that password: give the right one by"
                + " `--trust-store-password env:NAME` or `file:PATH`",
            keys.file("trust.p12"));
  }
}
