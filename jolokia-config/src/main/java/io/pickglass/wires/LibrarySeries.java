package io.pickglass.wires;

import io.pickglass.mxbean.Described;
import io.pickglass.mxbean.ObjectNames;
import io.pickglass.mxbean.PickglassMXBean;
import io.pickglass.mxbean.RuntimesMXBean;
import io.pickglass.mxbean.SamplerMXBean;
import java.util.Objects;
import javax.management.ObjectName;

/**
 * The series about Pickglass itself: whether it can be believed, and what it costs. The series
 * about tasks and runtimes are in the catalog. What each means is said once, at the attribute.
 */
enum LibrarySeries {
  INTERNAL_ERRORS(Bean.PICKGLASS, "InternalErrorCount", "internal_errors_total"),
  SKIPPED_THREADS(Bean.PICKGLASS, "SkippedThreadCount", "skipped_threads_total"),
  SKIPPED_EXECUTORS(Bean.PICKGLASS, "SkippedExecutorCount", "skipped_executors_total"),
  UNLISTED_TASKS(Bean.PICKGLASS, "UnlistedTaskCount", "unlisted_tasks_total"),
  DISABLED_MONITORS(Bean.PICKGLASS, "DisabledMonitorCount", "disabled_monitors"),
  REFUSED_MONITORS(Bean.PICKGLASS, "RefusedMonitorCount", "refused_monitors_total"),
  REFUSED_POOLS(Bean.RUNTIMES, "RefusedPoolCount", "refused_pools_total"),
  SAMPLER_TICKS(Bean.SAMPLER, "LastSequence", "sampler_ticks_total"),
  SAMPLER_COST(Bean.SAMPLER, "TotalCostNanos", "sampler_cost_seconds_total"),
  SAMPLER_LATENESS(Bean.SAMPLER, "LatenessNanos", "sampler_lateness_seconds");

  private enum Bean {
    RUNTIMES(ObjectNames.RUNTIMES, RuntimesMXBean.class),
    PICKGLASS(ObjectNames.PICKGLASS, PickglassMXBean.class),
    SAMPLER(ObjectNames.SAMPLER, SamplerMXBean.class);

    private final ObjectName name;
    private final Class<?> type;

    Bean(ObjectName name, Class<?> type) {
      this.name = name;
      this.type = type;
    }
  }

  private final Bean bean;
  private final String attribute;
  private final String series;
  private final Described described;

  LibrarySeries(Bean bean, String attribute, String series) {
    this.bean = bean;
    this.attribute = attribute;
    this.series = "pickglass_" + series;
    try {
      described =
          Objects.requireNonNull(
              bean.type.getMethod("get" + attribute).getAnnotation(Described.class), attribute);
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException("no attribute " + attribute + " of " + bean.name, e);
    }
  }

  ObjectName bean() {
    return bean.name;
  }

  String attribute() {
    return attribute;
  }

  String series() {
    return series;
  }

  String help() {
    return described.value();
  }

  boolean counter() {
    return series.endsWith("_total");
  }

  boolean nanos() {
    return described.unit().equals("ns");
  }
}
