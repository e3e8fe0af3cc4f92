package io.pickglass.demo.load;

import io.pickglass.demo.load.LoadRequest.Kind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/**
 * An endless sequence of requests that depends on its seed only: 70 % new users, 25 % greetings, 5
 * % bad requests. Used by one thread.
 */
public final class RequestSequence {
  private static final List<String> GIVEN =
      List.of("Ada", "Grace", "Zoë", "Łukasz", "Nguyễn", "Οδυσσέας", "Miriam \"Mim\"", "小明", "🧵");
  private static final List<String> FAMILY =
      List.of("Lovelace", "O'Brien", "Müller", "Back\\slash", "Hopper", "Øverland", "王", "Weaver");

  private static final List<LoadRequest> BAD =
      List.of(
          new LoadRequest(Kind.BAD, "POST", "/users", "name=", 400),
          new LoadRequest(Kind.BAD, "POST", "/users", "name=" + "x".repeat(300), 400),
          new LoadRequest(Kind.BAD, "POST", "/users", "name=" + "x".repeat(6_000), 413),
          new LoadRequest(Kind.BAD, "GET", "/no/such/page", "", 404),
          new LoadRequest(Kind.BAD, "DELETE", "/users", "", 405));

  private static final LoadRequest GREETING = new LoadRequest(Kind.GREET, "GET", "/", "", 200);

  private final Random random;

  /** The sequence of that seed. */
  public RequestSequence(long seed) {
    random = new Random(seed);
  }

  /** The next request. */
  public LoadRequest next() {
    int percent = random.nextInt(100);
    if (percent < 70) {
      String name = pick(GIVEN) + " " + pick(FAMILY) + " " + random.nextInt(1_000_000);
      String form = "name=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
      return new LoadRequest(Kind.CREATE, "POST", "/users", form, 201);
    }
    return percent < 95 ? GREETING : pick(BAD);
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
