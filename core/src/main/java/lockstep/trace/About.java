package lockstep.trace;

/**
 * What a session does not know of its own run.
 *
 * @param version          of the program
 * @param display          {@code x11}, {@code headless} and so on
 * @param gl               renderer of the GL context; empty if there was none
 * @param exit             the exit code
 * @param overlayCostP50Ns median time that drawing the overlay took a frame, ns
 * @param overlayCostP99Ns its 99th percentile, ns
 */
public record About(String version, String display, String gl, int exit, long overlayCostP50Ns, long overlayCostP99Ns) {
}
