package lockstep.trace.timeline;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Perfetto's protobuf: a file is a {@code Trace}, one length-delimited {@code TracePacket} after another. Field numbers are those
 * of Perfetto's public {@code .proto} files. All packets belong to one sequence, in which a slice's name is written once and then
 * referred to by number.
 */
final class PerfettoFormat implements TraceFormat {
    private static final int PACKET = 1;
    private static final int CLOCKS = 6, TIMESTAMP = 8, SEQUENCE = 10, EVENT = 11, INTERNED = 12, FLAGS = 13, DEFAULTS = 59,
        TRACK = 60;
    private static final int TYPE = 9, NAME_IID = 10, TRACK_UUID = 11, NAME = 23, FLOW_IDS = 47;
    private static final int COUNTER_VALUE = 30, DOUBLE_COUNTER_VALUE = 44;
    private static final int BEGIN = 1, END = 2, INSTANT = 3, COUNT = 4;
    private static final int FIRST_OF_SEQUENCE = 1, NEEDS_NAMES = 2;
    private static final int BUILTIN_MONOTONIC = 3, BUILTIN_REALTIME = 1;
    private static final int PROCESS_UUID = 1;
    private static final int EXPLICIT_CHILDREN = 3, EXPLICIT_THREADS = 1;
    private static final int UNIT_COUNT = 2, UNIT_BYTES = 3;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CodedOutputStream out = CodedOutputStream.newInstance(bytes, 1 << 16);
    private final Map<String, Integer> names = new HashMap<>();
    private final int pid;

    /**
     * Begins with the clocks and the process. {@code nowNs} and {@code wallNs}: the same moment on the run's clock and
     * since 1970.
     */
    PerfettoFormat(int pid, long nowNs, long wallNs) throws IOException {
        this.pid = pid;
        packet(p -> {
            p.writeUInt32(FLAGS, FIRST_OF_SEQUENCE);
            message(p, CLOCKS, c -> {
                clock(c, BUILTIN_MONOTONIC, nowNs);
                clock(c, BUILTIN_REALTIME, wallNs);
                c.writeUInt32(2, BUILTIN_MONOTONIC);
            });
            message(p, DEFAULTS, d -> d.writeUInt32(58, BUILTIN_MONOTONIC));
        });
        track(d -> {
            d.writeUInt64(1, 0);
            d.writeUInt32(20, EXPLICIT_THREADS);
        });
        track(d -> {
            d.writeUInt64(1, PROCESS_UUID);
            message(d, 3, process -> {
                process.writeInt32(1, pid);
                process.writeString(6, "Lockstep");
            });
            d.writeUInt32(11, EXPLICIT_CHILDREN);
        });
    }

    private static void clock(CodedOutputStream clocks, int id, long ns) throws IOException {
        message(clocks, 1, c -> {
            c.writeUInt32(1, id);
            c.writeUInt64(2, ns);
        });
    }

    @Override
    public void track(Track t) throws IOException {
        track(d -> {
            d.writeUInt64(1, t.id());
            d.writeString(2, t.name());
            switch (t.sort()) {
                case LANE -> message(d, 4, thread -> {
                    thread.writeInt32(1, pid);
                    thread.writeInt32(2, pid + t.id());
                    thread.writeString(5, t.name());
                });
                case ROW -> {}
                case COUNT -> message(d, 8, c -> c.writeUInt32(3, UNIT_COUNT));
                case BYTES -> message(d, 8, c -> c.writeUInt32(3, UNIT_BYTES));
            }
            d.writeUInt64(5, PROCESS_UUID);
            if (t.sort() == Sort.LANE) {
                d.writeBool(9, true);
            }
            d.writeInt32(12, t.rank());
        });
    }

    private void track(Body descriptor) throws IOException {
        packet(p -> message(p, TRACK, descriptor));
    }

    @Override
    public void begin(int track, long ns, String name, List<Slice.Flow> flows) throws IOException {
        event(BEGIN, track, ns, iid(name), flows);
    }

    @Override
    public void beginOnce(int track, long ns, String name) throws IOException {
        named(BEGIN, track, ns, name);
    }

    @Override
    public void end(int track, long ns, String name) throws IOException {
        event(END, track, ns, 0, List.of());
    }

    @Override
    public void instant(int track, long ns, String name) throws IOException {
        named(INSTANT, track, ns, name);
    }

    private void named(int type, int track, long ns, String name) throws IOException {
        beginEvent(ns, type, track, CodedOutputStream.computeStringSize(NAME, name));
        out.writeString(NAME, name);
    }

    /** Writes an event. Protobuf writes sizes first, so they are computed in advance and no event needs a buffer of its own. */
    private void event(int type, int track, long ns, int iid, List<Slice.Flow> flows) throws IOException {
        int size = iid == 0 ? 0 : CodedOutputStream.computeUInt64Size(NAME_IID, iid);
        for (Slice.Flow f : flows) {
            size += CodedOutputStream.computeFixed64Size(FLOW_IDS, f.id());
        }
        beginEvent(ns, type, track, size);
        if (iid != 0) {
            out.writeUInt64(NAME_IID, iid);
        }
        for (Slice.Flow f : flows) {
            out.writeFixed64(FLOW_IDS, f.id());
        }
    }

    @Override
    public void count(Track track, long ns, long value) throws IOException {
        beginEvent(ns, COUNT, track.id(), CodedOutputStream.computeInt64Size(COUNTER_VALUE, value));
        out.writeInt64(COUNTER_VALUE, value);
    }

    @Override
    public void count(Track track, long ns, double value) throws IOException {
        beginEvent(ns, COUNT, track.id(), CodedOutputStream.computeDoubleSize(DOUBLE_COUNTER_VALUE, value));
        out.writeDouble(DOUBLE_COUNTER_VALUE, value);
    }

    /** Writes the beginning of an event; {@code rest} is the size in bytes of the fields that the caller writes after it. */
    private void beginEvent(long ns, int type, int track, int rest) throws IOException {
        int eventSize =
            CodedOutputStream.computeUInt32Size(TYPE, type) + CodedOutputStream.computeUInt64Size(TRACK_UUID, track) + rest;
        int size = CodedOutputStream.computeUInt64Size(TIMESTAMP, ns) + CodedOutputStream.computeUInt32Size(SEQUENCE, 1)
            + CodedOutputStream.computeUInt32Size(FLAGS, NEEDS_NAMES) + CodedOutputStream.computeTagSize(EVENT)
            + CodedOutputStream.computeUInt32SizeNoTag(eventSize) + eventSize;
        open(PACKET, size);
        out.writeUInt64(TIMESTAMP, ns);
        out.writeUInt32(SEQUENCE, 1);
        out.writeUInt32(FLAGS, NEEDS_NAMES);
        open(EVENT, eventSize);
        out.writeUInt32(TYPE, type);
        out.writeUInt64(TRACK_UUID, track);
    }

    private void open(int field, int size) throws IOException {
        out.writeTag(field, 2);
        out.writeUInt32NoTag(size);
    }

    /** The number of a name; a new name is written first. */
    private int iid(String name) throws IOException {
        Integer known = names.get(name);
        if (known != null) {
            return known;
        }
        int iid = names.size() + 1;
        names.put(name, iid);
        packet(p -> {
            p.writeUInt32(FLAGS, NEEDS_NAMES);
            message(p, INTERNED, i -> message(i, 2, n -> {
                n.writeUInt64(1, iid);
                n.writeString(2, name);
            }));
        });
        return iid;
    }

    /** The fields of a message that is written rarely. */
    private interface Body {
        void put(CodedOutputStream message) throws IOException;
    }

    private void packet(Body body) throws IOException {
        message(out, PACKET, p -> {
            p.writeUInt32(SEQUENCE, 1);
            body.put(p);
        });
    }

    private static void message(CodedOutputStream out, int field, Body body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream message = CodedOutputStream.newInstance(bytes);
        body.put(message);
        message.flush();
        out.writeByteArray(field, bytes.toByteArray());
    }

    @Override
    public void drainTo(ByteArrayOutputStream to) throws IOException {
        out.flush();
        bytes.writeTo(to);
        bytes.reset();
    }

    @Override
    public void close() {
    }
}
