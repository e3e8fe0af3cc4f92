package io.pickglass.jmx;

import io.pickglass.model.PinnedWait;
import io.pickglass.mxbean.RuntimesMXBean;
import io.pickglass.runtime.RuntimeMonitor;
import io.pickglass.runtime.Runtimes;
import java.util.Map;
import java.util.TreeMap;

/** All runtimes as an MXBean. */
record RuntimesBean(Runtimes runtimes) implements RuntimesMXBean {
  @Override
  public String[] getRuntimes() {
    return runtimes.all().stream().map(RuntimeMonitor::name).toArray(String[]::new);
  }

  @Override
  public Map<String, String> getKinds() {
    Map<String, String> kinds = new TreeMap<>();
    runtimes.all().forEach(runtime -> kinds.put(runtime.name(), runtime.kind().name()));
    return kinds;
  }

  @Override
  public int getPoolLimit() {
    return Runtimes.LIMIT;
  }

  @Override
  public long getRefusedPoolCount() {
    return runtimes.refusedCount();
  }

  @Override
  public boolean isStarvationProbes() {
    return runtimes.isProbing();
  }

  @Override
  public void setStarvationProbes(boolean on) {
    runtimes.probing(on);
  }

  @Override
  public boolean isFlightRecorder() {
    return runtimes.recorder().isOn();
  }

  @Override
  public void setFlightRecorder(boolean on) {
    runtimes.recorder().turn(on);
  }

  @Override
  public PinnedWait[] pinnedWaits(int max) {
    return runtimes.recorder().waits().latest(max).toArray(PinnedWait[]::new);
  }

  @Override
  public boolean isCarrierParks() {
    return runtimes.isCarrierParks();
  }

  @Override
  public void setCarrierParks(boolean on) {
    runtimes.carrierParks(on);
  }
}
