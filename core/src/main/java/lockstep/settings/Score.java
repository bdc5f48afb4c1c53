package lockstep.settings;

/**
 * One of the best scores.
 *
 * @param score  points
 * @param sector the sector reached, from 1
 * @param date   the day as ISO text, for example {@code 2026-11-20}
 */
public record Score(long score, int sector, String date) {
}
