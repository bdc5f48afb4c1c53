package lockstep.desktop;

import java.lang.reflect.Method;

/**
 * JDK 24 and newer print four lines when a library first uses {@code sun.misc.Unsafe} for memory (JEP 498). LWJGL and JCTools do,
 * and a player can do nothing about it: a manifest cannot contain the JVM option that prevents it.
 */
final class UnsafeWarning {
    private UnsafeWarning() {
    }

    /**
     * Marks the warning as printed where the JDK permits that; else it is printed, which does no harm. Main thread, before
     * anything else.
     */
    static void keepQuiet() {
        try {
            Method given = Class.forName("sun.misc.Unsafe").getDeclaredMethod("trySetMemoryAccessWarned");
            given.setAccessible(true);
            given.invoke(null);
        } catch (ReflectiveOperationException | RuntimeException e) {
            return; // before JDK 24 there is no such method and no warning
        }
    }
}
