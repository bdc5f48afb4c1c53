package lockstep.overlay.panel;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;

/** The class loaders of this process. Any thread. */
final class ClassLoaders {
    private ClassLoaders() {
    }

    /** How many have loaded classes, by the virtual machine; those it makes itself to call methods by reflection do not count. */
    static long count() throws JMException {
        String all = (String) ManagementFactory.getPlatformMBeanServer().invoke(
            new ObjectName("com.sun.management:type=DiagnosticCommand"),
            "vmClassloaderStats", new Object[] {new String[0]}, new String[] {String[].class.getName()});
        return all.lines().filter(l -> l.startsWith("0x") && !l.endsWith("DelegatingClassLoader")).count();
    }
}
