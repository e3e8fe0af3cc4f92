package io.pickglass.benchmarks.row;

import java.util.List;

/**
 * What a row has shown, in the units that were measured.
 *
 * @param beside who was compared with; empty if nobody
 * @param plain the other side, at each point of a curve or once; empty if there is none
 * @param who our side; where peers are shown, one of them
 * @param watched what that has shown, as often; empty where it is compared with nobody
 * @param compared what the row is about
 */
public record Sides(
    String beside, List<Figures> plain, String who, List<Figures> watched, Figures compared) {}
