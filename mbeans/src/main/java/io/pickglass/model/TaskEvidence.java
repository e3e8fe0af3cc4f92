package io.pickglass.model;

import java.util.List;

/**
 * What is known of one task beyond its numbers.
 *
 * @param stack what it runs now
 * @param slowPolls its slow polls that were looked into and are still kept, the latest last
 * @param pinnedWaits its waits in which it kept its carrier, where Flight Recorder tells them
 * @param warnings what is the matter with it, a sentence each
 */
public record TaskEvidence(
    TaskStack stack,
    List<SlowPoll> slowPolls,
    List<PinnedWait> pinnedWaits,
    List<String> warnings) {}
