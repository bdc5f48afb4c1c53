package lockstep.roles;

import java.nio.file.Path;

/**
 * A picture to take of the window.
 *
 * @param file    where to write it, as PNG
 * @param seconds when, in seconds after the first frame
 */
public record Screenshot(Path file, double seconds) {
}
