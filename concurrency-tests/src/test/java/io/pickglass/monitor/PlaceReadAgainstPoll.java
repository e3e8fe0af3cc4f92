package io.pickglass.monitor;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/**
 * A reader looks for what a pool's thread polls, while that has its first task, and ends it. What
 * he reads of the task, and how many polls.
 */
@JCStressTest
@Outcome(id = "nobody", expect = ACCEPTABLE, desc = "the thread has no place yet")
@Outcome(id = "nothing, 0", expect = ACCEPTABLE, desc = "it has, and has not begun")
@Outcome(id = "nothing, 1", expect = ACCEPTABLE, desc = "it begins or has ended")
@Outcome(id = "race since 7, 1", expect = ACCEPTABLE, desc = "in the poll, and the task is whole")
@State
public class PlaceReadAgainstPoll {
  private volatile long threadId;

  @Actor
  public void thread() {
    threadId = Thread.currentThread().threadId();
    Object[] place = ThreadWork.newPlace(5);
    ThreadWork.enter(place, new PlainPolled("race", 7), 10, 0);
    ThreadWork.leave(place, null, 17);
  }

  @Actor
  public void reader(L_Result r) {
    long known = threadId;
    Object[] place = known == 0 ? null : ThreadWork.placeOf(known);
    // An earlier round may have left a place of the same thread, in which nothing runs any more.
    r.r1 =
        place == null
            ? "nobody"
            : PlainPolled.told(ThreadWork.polled(place))
                + ", "
                + Work.pollCount(ThreadWork.work(place));
  }
}
