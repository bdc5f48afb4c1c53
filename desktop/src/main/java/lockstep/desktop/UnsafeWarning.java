package lockstep.desktop;

import java.lang.reflect.Method;

/**
 * JDK 24 and newer print four lines when a library first uses {@code sun.misc.Unsafe} for memory (JEP 498). LWJGL and
 * JCTools do, and a player can do nothing about it: the JVM's option against that cannot stand in a manifest.
 */
final class UnsafeWarning {
    private UnsafeWarning() {
    }

    /** Marks the warning as given, where the JDK lets us; else it is printed, which does no harm. Main thread, first of all. */
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
