package io.pickglass.demo.service;

import io.pickglass.Pickglass;
import io.pickglass.TaskMonitor;
import io.pickglass.demo.database.User;
import io.pickglass.demo.database.Users;
import io.pickglass.demo.trouble.Trouble;
import io.pickglass.demo.trouble.Troubles;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the service does at each of its paths. */
final class Handlers {
  private final TaskMonitor root = Pickglass.monitor("root");
  private final TaskMonitor usersRoute = Pickglass.monitor("users.route");
  private final TaskMonitor usersInsert = Pickglass.monitor("users.insert");

  private final Users users;
  private final Troubles troubles;
  private final List<Route> routes = new ArrayList<>();

  Handlers(Users users, Troubles troubles) {
    this.users = users;
    this.troubles = troubles;
    routes.add(new Route("GET", "/", _ -> root.run(this::greet)));
    routes.add(
        new Route("POST", "/users", request -> usersRoute.run(() -> createOrRefuse(request))));
    routes.add(new Route("GET", "/users/count", _ -> count()));
    routes.add(new Route("GET", "/stats", _ -> stats()));
    for (Trouble trouble : troubles.all()) {
      routes.add(new Route("POST", "/trouble/" + trouble.name().label(), r -> turn(trouble, r)));
    }
  }

  List<Route> routes() {
    return List.copyOf(routes);
  }

  private Response greet() {
    long primes = troubles.cpu().perhapsCompute();
    var _ = troubles.restless().perhapsAsk();
    String paths = routes.stream().map(Route::name).collect(Collectors.joining("\n  ", "  ", ""));
    String more = primes == 0 ? "" : "\n(" + primes + " primes were found on the way)";
    return Response.text(200, "The demo of Pickglass answers to\n" + paths + more);
  }

  // A refusal is a good end of the route: only what we could not do counts as failed there.
  private Response createOrRefuse(Request request)
      throws IOException, SQLException, InterruptedException {
    try {
      return create(request);
    } catch (Refusal refusal) {
      return refusal.response();
    }
  }

  private Response create(Request request)
      throws Refusal, IOException, SQLException, InterruptedException {
    String name = request.form().getOrDefault("name", "").strip();
    if (name.isEmpty()) {
      throw new Refusal(400, "a user needs a name: send it as a form, name=Ada");
    }
    if (name.length() > Users.MAX_NAME_LENGTH) {
      throw new Refusal(
          400, "a name must not be longer than " + Users.MAX_NAME_LENGTH + " characters");
    }
    troubles.lock().pass();
    // Ended and not failed in this section = rows: it throws whenever there is no row.
    User user = usersInsert.run(() -> insert(name));
    return Response.json(201, new Json().put("id", user.id()).put("name", user.name()));
  }

  private User insert(String name) throws SQLException {
    var _ = troubles.chatty().lookUp();
    return users.insert(name);
  }

  private Response count() throws SQLException {
    return Response.json(200, new Json().put("rows", users.count()));
  }

  private Response stats() throws SQLException {
    Json requests = new Json();
    routes.forEach(route -> requests.put(route.name(), route.requestCount()));
    Json switches = new Json();
    troubles.all().forEach(trouble -> switches.put(trouble.name().label(), trouble.isOn()));
    return Response.json(
        200,
        new Json().put("rows", users.count()).put("requests", requests).put("troubles", switches));
  }

  private static Response turn(Trouble trouble, Request request) throws Refusal {
    switch (request.query().getOrDefault("on", "")) {
      case "true" -> trouble.turn(true);
      case "false" -> trouble.turn(false);
      default -> throw new Refusal(400, "say ?on=true or ?on=false");
    }
    return Response.json(
        200,
        new Json()
            .put("trouble", trouble.name().label())
            .put("on", trouble.isOn())
            .put("sentence", trouble.name().sentence()));
  }
}
