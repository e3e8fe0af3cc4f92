package io.pickglass.model;

/**
 * Of what a warning warns, as it is set now.
 *
 * @param name how it is called
 * @param level off, info, warning or critical
 * @param defaultLevel what that was at first
 * @param threshold from which value on
 * @param defaultThreshold what that was at first
 * @param unit of both: nanoseconds or percent
 * @param thresholdText the threshold as people read it
 * @param raisedWhen when it is raised, in words, for the default threshold
 * @param advice what to do then
 * @param lacks what it needs and does not have now; empty if nothing
 */
public record WarningRule(
    String name,
    String level,
    String defaultLevel,
    long threshold,
    long defaultThreshold,
    String unit,
    String thresholdText,
    String raisedWhen,
    String advice,
    String lacks) {}
