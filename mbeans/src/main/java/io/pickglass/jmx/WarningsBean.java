package io.pickglass.jmx;

import io.pickglass.lint.Level;
import io.pickglass.lint.Warnings;
import io.pickglass.lint.WarningsThread;
import io.pickglass.model.Warning;
import io.pickglass.model.WarningRule;
import io.pickglass.mxbean.WarningsMXBean;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The warnings as an MXBean. */
record WarningsBean(Warnings warnings, WarningsThread thread, Outbox outbox)
    implements WarningsMXBean {
  @Override
  public int getActiveCount() {
    return warnings.active().size();
  }

  @Override
  public int getCriticalCount() {
    return (int)
        warnings.active().stream()
            .filter(warning -> warning.level().equals(Level.CRITICAL.word()))
            .count();
  }

  @Override
  public List<Warning> getActive() {
    return warnings.active();
  }

  @Override
  public List<Warning> history(int max) {
    return warnings.history(max);
  }

  @Override
  public @Nullable Warning warning(long number) {
    return warnings.numbered(number);
  }

  @Override
  public int getHistoryLimit() {
    return Warnings.HISTORY_LIMIT;
  }

  @Override
  public long getForgottenCount() {
    return warnings.forgottenCount();
  }

  @Override
  public long getRaisedCount() {
    return warnings.raisedCount();
  }

  @Override
  public int getActiveLimit() {
    return Warnings.ACTIVE_LIMIT;
  }

  @Override
  public long getRefusedCount() {
    return warnings.refusedCount();
  }

  @Override
  public List<WarningRule> getRules() {
    return warnings.rules();
  }

  @Override
  public void setThreshold(String rule, String threshold) {
    warnings.rule(rule).threshold(threshold);
  }

  @Override
  public void setLevel(String rule, String level) {
    warnings.rule(rule).level(Level.of(level));
  }

  @Override
  public List<String> ofTask(String id) {
    return warnings.of(id);
  }

  @Override
  public long getLookMillis() {
    return thread.lookMillis();
  }

  @Override
  public void setLookMillis(long millis) {
    thread.lookMillis(millis);
  }

  @Override
  public long getPauseNanos() {
    return thread.presentPauseNanos();
  }

  @Override
  public long getLookCount() {
    return thread.lookCount();
  }

  @Override
  public long getCostNanos() {
    return thread.costNanos();
  }

  @Override
  public long getTotalCostNanos() {
    return thread.totalCostNanos();
  }

  @Override
  public long getDroppedNotificationCount() {
    return outbox.droppedCount();
  }
}
