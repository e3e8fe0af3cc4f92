package io.pickglass.benchmarks.work;

import example.Service;
import io.pickglass.demo.load.LoadRequest;
import io.pickglass.demo.load.RequestSequence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A service at full load, in a process of its own for each variant, of which one at a time is
 * asked: a closed loop, the next request of a connection follows its answer at once.
 */
@BenchmarkMode(Mode.SingleShotTime)
public class Requests extends Alternating {
  private static final int CONNECTIONS = 8;
  private static final int DIFFERENT = 1_000;
  private static final int PRIMING = 2;
  private static final String MONITORS = "pickglass:type=TaskMonitor,*";

  private final List<LoadRequest> requests = new ArrayList<>();
  private final List<byte[]> bytes = new ArrayList<>();
  private final Map<String, Asked> services = new HashMap<>();
  private final ExecutorService clients = Executors.newFixedThreadPool(CONNECTIONS);
  private @Nullable Asked now;

  private record Asked(ChildProcess process, List<Client> clients) {}

  /** What was answered in a batch. */
  @AuxCounters(AuxCounters.Type.EVENTS)
  @State(Scope.Thread)
  public static class Answered {
    /** Requests in a second. */
    public double perSecond;

    /** How long half of them have taken. */
    public double p50;

    /** How long all but a hundredth have taken. */
    public double p99;
  }

  /** Starts the services and lets their compilers see the load. */
  @Setup(Level.Trial)
  public void open() throws Exception {
    RequestSequence sequence = new RequestSequence(1);
    Stream.generate(sequence::next).limit(DIFFERENT).forEach(requests::add);
    requests.forEach(request -> bytes.add(Client.bytes(request)));
    for (String variant : variants.split(",", -1)) {
      boolean agent = variant.equals(Windows.AGENT);
      Asked service = start(agent);
      services.put(variant, service);
      load(service, PRIMING * millis);
      if (agent && service.process().ask(MONITORS).equals("0")) {
        throw new IllegalStateException("the agent has seen no request");
      }
    }
  }

  private static Asked start(boolean agent) throws IOException {
    List<String> command = new ArrayList<>();
    if (agent) {
      command.addAll(ChildProcess.agent());
    }
    command.addAll(ChildProcess.classPathWithoutLibrary());
    command.add(Service.class.getName());
    ChildProcess process = ChildProcess.start(command);
    int port = Integer.parseInt(process.read());
    List<Client> clients = new ArrayList<>();
    for (int i = 0; i < CONNECTIONS; i++) {
      clients.add(new Client(port));
    }
    return new Asked(process, clients);
  }

  @Override
  void begin(String variant) {
    now = Objects.requireNonNull(services.get(variant));
  }

  /** Asks one of them. */
  @Benchmark
  public void ask(Answered answered) throws Exception {
    long before = System.nanoTime();
    long[] nanos = load(Objects.requireNonNull(now), millis);
    answered.perSecond = nanos.length * 1e9 / (System.nanoTime() - before);
    Arrays.sort(nanos);
    answered.p50 = nanos[nanos.length / 2];
    answered.p99 = nanos[(int) (nanos.length * 0.99)];
  }

  /** How long each request has taken. */
  private long[] load(Asked service, int millis) throws InterruptedException, ExecutionException {
    long end = System.nanoTime() + millis * 1_000_000L;
    List<Future<LongStream>> loops = new ArrayList<>();
    for (int i = 0; i < CONNECTIONS; i++) {
      Client client = service.clients().get(i);
      int first = i * DIFFERENT / CONNECTIONS;
      loops.add(clients.submit(() -> loop(client, first, end)));
    }
    LongStream all = LongStream.empty();
    for (Future<LongStream> loop : loops) {
      all = LongStream.concat(all, loop.get());
    }
    return all.toArray();
  }

  private LongStream loop(Client client, int first, long end) {
    LongStream.Builder nanos = LongStream.builder();
    long before = System.nanoTime();
    for (int i = first; before < end; i = (i + 1) % DIFFERENT) {
      ask(client, i);
      long after = System.nanoTime();
      nanos.add(after - before);
      before = after;
    }
    return nanos.build();
  }

  private void ask(Client client, int i) {
    try {
      int status = client.ask(bytes.get(i));
      if (status != requests.get(i).status()) {
        throw new IllegalStateException(requests.get(i) + " was answered with " + status);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends all. */
  @TearDown(Level.Trial)
  public void close() throws Exception {
    clients.shutdown();
    for (Asked service : services.values()) {
      for (Client client : service.clients()) {
        client.close();
      }
      service.process().close();
    }
  }
}
