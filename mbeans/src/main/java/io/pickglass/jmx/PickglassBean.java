package io.pickglass.jmx;

import io.pickglass.instrument.Guard;
import io.pickglass.instrument.VirtualThreads;
import io.pickglass.instrument.WatchedExecutor;
import io.pickglass.monitor.Registry;
import io.pickglass.monitor.TaskTotals;
import io.pickglass.mxbean.PickglassMXBean;
import java.time.Instant;

/** The library as an MXBean. */
record PickglassBean(Registry registry, AgentControl agent, String version, Instant started)
    implements PickglassMXBean {
  @Override
  public String getVersion() {
    return version;
  }

  @Override
  public int getProtocolVersion() {
    return PROTOCOL_VERSION;
  }

  @Override
  public String getTrackingMode() {
    return VirtualThreads.tracking().mode().name();
  }

  @Override
  public String getTrackingModeReason() {
    return VirtualThreads.tracking().reason();
  }

  @Override
  public boolean isEnabled() {
    return registry.mainSwitch().isOn();
  }

  @Override
  public void setEnabled(boolean on) {
    registry.mainSwitch().turn(on);
  }

  @Override
  public String[] getDisabledMonitors() {
    return registry.disabledNames();
  }

  @Override
  public int getDisabledMonitorCount() {
    return registry.mainSwitch().isOn() ? registry.disabledNames().length : registry.names().length;
  }

  @Override
  public boolean remove(String name) {
    Registry.Entry entry = registry.named(name);
    return entry != null && registry.remove(entry.totals());
  }

  @Override
  public String[] getMonitors() {
    return registry.names();
  }

  @Override
  public int getMonitorLimit() {
    return registry.limit();
  }

  @Override
  public long getRefusedMonitorCount() {
    return registry.refusedCount();
  }

  @Override
  public long getSkippedThreadCount() {
    return VirtualThreads.skippedCount();
  }

  @Override
  public long getSkippedExecutorCount() {
    return WatchedExecutor.skippedCount();
  }

  @Override
  public long getUnlistedTaskCount() {
    return registry.tasks().unlistedCount();
  }

  @Override
  public long getInternalErrorCount() {
    return Guard.count() + TaskTotals.droppedEventCount();
  }

  @Override
  public String getLastInternalError() {
    return Guard.last();
  }

  @Override
  public String getAgentOptions() {
    return agent.options();
  }

  @Override
  public void setAgentOptions(String options) {
    agent.change(options);
  }

  @Override
  public boolean detach() {
    return agent.detach();
  }

  @Override
  public String getStartTime() {
    return started.toString();
  }
}
