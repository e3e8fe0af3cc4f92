package io.pickglass.runtime;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import io.pickglass.catalog.RuntimeKind;
import java.util.List;
import java.util.Map;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JI_Result;

/**
 * A probe that was offered at 10 ns is run, by a clock that stands at 40 ns, while the tick of 30
 * ns looks for it. How late it is said to be, and how many probes were offered in all.
 */
@JCStressTest
@Outcome(id = "20, 1", expect = ACCEPTABLE, desc = "it has not run, and there is no other")
@Outcome(id = "30, 2", expect = ACCEPTABLE, desc = "it has, and the next is offered")
@State
public class ProbeAgainstTick {
  private final StarvationProbe probe = new StarvationProbe(() -> 40);
  private final Taken source = new Taken();

  public ProbeAgainstTick() {
    probe.next(source, 10);
  }

  @Actor
  public void runtime() {
    source.first.run();
  }

  @Actor
  public void sampler(JI_Result r) {
    r.r1 = probe.next(source, 30);
    r.r2 = source.offered;
  }

  /** A runtime of which all threads are taken. */
  private static final class Taken implements RuntimeSource {
    private Runnable first;
    private int offered;

    @Override
    public Answer offer(Runnable probe) {
      first = offered++ == 0 ? probe : first;
      return Answer.TAKEN;
    }

    @Override
    public boolean takesProbes() {
      return true;
    }

    @Override
    public RuntimeKind kind() {
      return RuntimeKind.FORK_JOIN_POOL;
    }

    @Override
    public boolean isOf(Object runtime) {
      return false;
    }

    @Override
    public boolean isGone() {
      return false;
    }

    @Override
    public Values values() {
      return new Values();
    }

    @Override
    public List<Thread> workers(PlatformThreads threads) {
      return List.of();
    }

    @Override
    public void seat(Seats seats, List<Thread> workers, Map<Thread, ThreadFacts> facts, long now) {}

    @Override
    public boolean knowsWorkers() {
      return false;
    }

    @Override
    public boolean knowsPolls() {
      return false;
    }

    @Override
    public void takeBack(Runnable probe) {}
  }
}
