package io.pickglass.monitor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Everything on which watched tasks are polled. */
public interface PollSites {
  /** The lanes of carriers, and the platform threads that have polled anything. */
  PollSites ALL =
      new PollSites() {
        @Override
        public long madeCount() {
          return (long) Lanes.count() + ThreadWork.madeCount();
        }

        @Override
        public List<PollSite> list() {
          List<PollSite> sites = new ArrayList<>(Arrays.asList(Lanes.all()));
          sites.addAll(ThreadWork.all());
          return sites;
        }
      };

  /** How many have come so far; as long as that is the same, there is none that is not known. */
  long madeCount();

  /** All there are. */
  List<PollSite> list();
}
