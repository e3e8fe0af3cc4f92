package io.pickglass.demo.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.Pickglass;
import io.pickglass.catalog.TaskMetric;
import io.pickglass.demo.Await;
import io.pickglass.demo.database.Database;
import io.pickglass.demo.trouble.TroubleName;
import io.pickglass.demo.trouble.Troubles;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ServiceTest {
  private RunningService running;

  @BeforeEach
  void start() throws Exception {
    running = new RunningService();
  }

  @AfterEach
  void stop() throws Exception {
    running.close();
  }

  @Test
  void aCreatedUserComesBackAsJsonWhateverItsNameIs() throws Exception {
    HttpResponse<String> response = running.post("users", "name=Zo%C3%AB+%22Z%22+%5C+%F0%9F%A7%B5");

    assertThat(response.statusCode()).isEqualTo(201);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(response.body()).isEqualTo("{\"id\":1,\"name\":\"Zoë \\\"Z\\\" \\\\ 🧵\"}\n");
    assertThat(running.get("users/count").body()).isEqualTo("{\"rows\":1}\n");
  }

  @Test
  void anAnswerSaysWhereTheTimeOfItsRequestWent() throws Exception {
    assertThat(running.get("users/count").headers().firstValue("Server-Timing"))
        .hasValueSatisfying(timing ->
            assertThat(timing)
                .matches("run;dur=\\d+\\.\\d{3}, ready;dur=\\d+\\.\\d{3}, wait;dur=\\d+\\.\\d{3}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "name=", "name=++", "nom=Ada", "name", "name=%zz", "&&=&"})
  void aUserWithoutAUsableNameIsRefusedInASentenceAndNotStored(String form) throws Exception {
    HttpResponse<String> response = running.post("users", form);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).matches("[a-z'].{20,}\\n");
    assertThat(running.rows()).isZero();
    assertThat(running.inserted()).isZero();
  }

  @Test
  void theLongestNameFitsAndOneMoreCharacterDoesNot() throws Exception {
    assertThat(running.post("users", "name=" + "x".repeat(200)).statusCode()).isEqualTo(201);
    assertThat(running.post("users", "name=" + "x".repeat(201)).statusCode()).isEqualTo(400);
    assertThat(running.rows()).isEqualTo(1);
  }

  @Test
  void aBodyThatIsTooLongIsRefusedAndTheServiceGoesOn() throws Exception {
    HttpResponse<String> response = running.post("users", "name=" + "x".repeat(20_000));

    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(response.headers().firstValue("Connection")).hasValue("close");
    assertThat(running.get("").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"users/", "users/count/more", "usersx", "trouble/nix", "%20", "a//b"})
  void anUnknownPathIsNotFound(String path) throws Exception {
    assertThat(running.get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void aWrongMethodIsToldTheRightOnes() throws Exception {
    HttpResponse<String> users = running.send("DELETE", "users", "");
    HttpResponse<String> root = running.post("", "");

    assertThat(users.statusCode()).isEqualTo(405);
    assertThat(users.headers().firstValue("Allow")).hasValue("POST");
    assertThat(root.statusCode()).isEqualTo(405);
    assertThat(root.headers().firstValue("Allow")).hasValue("GET, HEAD");
  }

  @Test
  void theHeadOfAPageIsThatOfThePageWithoutItsBody() throws Exception {
    HttpResponse<String> page = running.get("");
    HttpResponse<String> head = running.send("HEAD", "", "");

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.headers().firstValue("Content-Length"))
        .isEqualTo(page.headers().firstValue("Content-Length"));
  }

  @Test
  void statsTellRowsRequestsByRouteAndSwitches() throws Exception {
    running.post("users", "name=Ada");
    running.post("users", "name=");
    running.get("");
    running.troubles.get(TroubleName.LOCK).turn(true);

    assertThat(running.get("stats").body())
        .startsWith("{\"rows\":1,")
        .contains("\"GET /\":1,\"POST /users\":2,\"GET /users/count\":0,\"GET /stats\":1,")
        .contains(
            "\"troubles\":{\"cpu\":false,\"greedy\":false,\"lock\":true,\"deadlock\":false,\"pool\":false,\"carriers\":false,");
  }

  @ParameterizedTest
  @EnumSource
  void aTroubleIsSwitchedOnAndOffWhileTheServiceRuns(TroubleName name) throws Exception {
    String path = "trouble/" + name.label();

    assertThat(running.post(path + "?on=true", "").body()).contains("\"on\":true");
    assertThat(running.troubles.get(name).isOn()).isTrue();
    assertThat(running.post(path + "?on=false", "").body()).contains("\"on\":false");
    assertThat(running.troubles.get(name).isOn()).isFalse();
    assertThat(running.post(path, "").statusCode()).isEqualTo(400);
    assertThat(running.post(path + "?on=maybe", "").statusCode()).isEqualTo(400);
  }

  @Test
  void everyRequestIsATaskAndItsRouteASectionOfIt() throws Exception {
    long http = ended("http");
    long root = ended("root");
    long users = ended("users.route");
    for (int i = 0; i < 7; i++) {
      running.get("");
    }
    for (int i = 0; i < 3; i++) {
      running.post("users", "name=Ada");
    }
    running.get("nowhere");

    assertThat(ended("root") - root).isEqualTo(7);
    assertThat(ended("users.route") - users).isEqualTo(3);
    // The task of a request ends a moment after its answer.
    Await.until("eleven requests have ended", () -> ended("http") - http == 11);
  }

  @Test
  void aPortInUseIsSaidInOneSentenceAndAFreeOneIsTaken() throws Exception {
    int taken = running.uri().getPort();
    List<String> notices = new ArrayList<>();
    try (Database database = Database.inMemory();
        Troubles troubles = new Troubles(database.pool());
        Service second = Service.start(taken, database, troubles, notices::add)) {
      int port = second.uri().getPort();

      assertThat(port).isNotEqualTo(taken);
      assertThat(notices)
          .containsExactly(
              "port "
                  + taken
                  + " is in use: the service listens on 127.0.0.1:"
                  + port
                  + " instead");
    }
  }

  @Test
  void requestsUnderWayAreAnsweredBeforeTheEnd() throws Exception {
    running.troubles.lock().turn(true);
    List<HttpResponse<String>> responses = new CopyOnWriteArrayList<>();
    List<Thread> clients = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      clients.add(
          Thread.startVirtualThread(() -> {
            try {
              responses.add(running.post("users", "name=Ada"));
            } catch (Exception e) {
              throw new AssertionError(e);
            }
          }));
    }
    Await.until("all have arrived", () -> running.requests("POST /users") == 10);
    running.service.close();
    for (Thread client : clients) {
      client.join();
    }

    assertThat(responses).hasSize(10).allMatch(response -> response.statusCode() == 201);
    assertThat(running.rows()).isEqualTo(10);
  }

  @Test
  void whoWaitsAtTheDoorWhenTheTroublesEndIsAnsweredToo() throws Exception {
    running.troubles.doorman().turn(true);
    running.troubles.unwatched().turn(true);
    List<HttpResponse<String>> responses = new CopyOnWriteArrayList<>();
    List<Thread> clients = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      clients.add(
          Thread.startVirtualThread(() -> {
            try {
              responses.add(running.get(""));
            } catch (Exception e) {
              throw new AssertionError(e);
            }
          }));
    }
    Await.until("one is in", () -> !responses.isEmpty());
    running.troubles.close();
    for (Thread client : clients) {
      client.join();
    }

    assertThat(responses).hasSize(50).allMatch(response -> response.statusCode() == 200);
  }

  @Test
  void theEndWaitsForNobodyWhenNothingIsUnderWay() throws Exception {
    running.get("");
    long start = System.nanoTime();
    running.close();
    // The server's own way to wait takes its 5 seconds in one of about eight runs.
    assertThat(System.nanoTime() - start).isLessThan(4_000_000_000L);
  }

  @Test
  void afterTheEndNoThreadIsLeft() throws Exception {
    running.troubles.get(TroubleName.CARRIERS).turn(true);
    running.get("");
    running.close();
    Await.noThreadsOfTheDemo();
  }

  private static long ended(String monitor) {
    return Pickglass.monitor(monitor).cumulative().get(TaskMetric.ENDED_COUNT);
  }
}
