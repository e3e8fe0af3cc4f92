package io.pickglass.jmx;

import io.pickglass.jdk.WaitingThreads;
import io.pickglass.model.Contention;
import io.pickglass.model.Deadlock;
import io.pickglass.model.ResourceDetail;
import io.pickglass.model.ResourceList;
import io.pickglass.model.TaskWait;
import io.pickglass.model.Wait;
import io.pickglass.mxbean.ResourcesMXBean;
import io.pickglass.resource.Lacks;
import io.pickglass.resource.Resources;
import java.util.List;

/** What tasks wait for as an MXBean. */
record ResourcesBean(Resources resources) implements ResourcesMXBean {
  @Override
  public int getLookLimit() {
    return resources.lookLimit();
  }

  @Override
  public void setLookLimit(int threads) {
    resources.lookLimit(threads);
  }

  @Override
  public long getLookCount() {
    return WaitingThreads.lookCount();
  }

  @Override
  public long getLongestHeldNanos() {
    return WaitingThreads.longestHeldNanos();
  }

  @Override
  public int getKnownCount() {
    return resources.knownCount();
  }

  @Override
  public int getKnownLimit() {
    return Resources.MOST_KNOWN;
  }

  @Override
  public String[] getLacks() {
    return Lacks.all().toArray(String[]::new);
  }

  @Override
  public String[] getColumns() {
    return Resources.columns();
  }

  @Override
  public ResourceList list(String query) {
    return resources.list(query);
  }

  @Override
  public ResourceDetail detail(String id) {
    return resources.detail(id);
  }

  @Override
  public List<Wait> waits(int max) {
    return resources.waits(max);
  }

  @Override
  public List<Deadlock> deadlocks() {
    return resources.deadlocks();
  }

  @Override
  public TaskWait ofTask(String id) {
    return resources.ofTask(id);
  }

  @Override
  public List<Contention> contention(int max) {
    return resources.contention(max);
  }
}
