package lockstep.trace;

/**
 * What the session itself does not know about its run.
 *
 * @param version the program's version
 * @param display {@code x11}, {@code headless} and so on
 * @param gl renderer of the GL context; empty if there was none
 * @param exit the exit code
 * @param overlayCostP50Ns median time to draw the overlay in a frame, ns
 * @param overlayCostP99Ns its 99th percentile, ns
 */
public record About(String version, String display, String gl, int exit, long overlayCostP50Ns, long overlayCostP99Ns) {
}
