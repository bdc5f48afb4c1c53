package lockstep.watch;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.GcInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;
import lockstep.time.Clock;

/**
 * When garbage collections stopped all threads. The virtual machine reports each one after its end, on a thread of its own, in
 * whole milliseconds since an origin that it does not publish. So one collection is requested at the beginning: its time on the
 * run's clock is known, which places all others to about a millisecond. Concurrent phases are left out.
 *
 * <p>One thread at a time constructs, polls and closes it. Only the virtual machine's thread uses the origin; pauses pass through
 * a concurrent queue.
 */
final class GcPauses implements AutoCloseable {
    /** One pause in ns of the run's clock; {@code by} names the collector and the cause. */
    record Pause(long startNs, long endNs, String by) {
    }

    private static final long MS = 1_000_000;
    private static final String ASKED = "System.gc()";

    private final Queue<Pause> told = new ConcurrentLinkedQueue<>();
    private final NotificationListener listener = this::told;
    private final Clock clock;
    /** When the first collection was asked for; 0 before. Volatile: the virtual machine's thread reads it. */
    private volatile long askedNs;
    /** The virtual machine's origin on the run's clock, ns; only its notification thread uses it. */
    private long originNs = Long.MAX_VALUE;
    private boolean placed;
    private final List<GarbageCollectorMXBean> collectors;

    /** Starts to listen to {@code collectors} and requests one collection if there are any. */
    GcPauses(Clock clock, List<GarbageCollectorMXBean> collectors) {
        this.clock = clock;
        this.collectors = collectors;
        for (GarbageCollectorMXBean gc : collectors) {
            if (stops(gc.getName()) && gc instanceof NotificationEmitter emitter) {
                emitter.addNotificationListener(listener, null, null);
            }
        }
        if (!collectors.isEmpty()) {
            askedNs = clock.nanos();
            System.gc();
        }
    }

    /** Of this virtual machine; begins with a collection. */
    static GcPauses ofThisProcess(Clock clock) {
        return new GcPauses(clock, ManagementFactory.getGarbageCollectorMXBeans());
    }

    private static boolean stops(String collector) {
        return !collector.contains("Concurrent") && !collector.endsWith("Cycles");
    }

    private void told(Notification notification, Object handback) {
        if (notification.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
            var info = GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData());
            GcInfo gc = info.getGcInfo();
            long asked = askedNs;
            if (!placed && asked != 0 && info.getGcCause().equals(ASKED)) {
                placed = true;
                originNs = asked - gc.getStartTime() * MS;
            } else if (!placed) {
                originNs = Math.min(originNs, clock.nanos() - (gc.getEndTime() + 1) * MS);
            }
            told.add(new Pause(originNs + gc.getStartTime() * MS, originNs + (gc.getEndTime() + 1) * MS,
                info.getGcName() + " (" + info.getGcCause() + ")"));
        }
    }

    /** The next reported pause, or null. */
    Pause poll() {
        return told.poll();
    }

    @Override
    public void close() {
        for (GarbageCollectorMXBean gc : collectors) {
            if (stops(gc.getName()) && gc instanceof NotificationEmitter emitter) {
                try {
                    emitter.removeNotificationListener(listener);
                } catch (ListenerNotFoundException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }
}
