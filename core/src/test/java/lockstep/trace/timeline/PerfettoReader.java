package lockstep.trace.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a Perfetto trace with a parser that protobuf makes from Perfetto's public definitions, of which those fields are copied
 * here that a trace like ours may have. Whatever else is in the file is an error.
 */
final class PerfettoReader {
    private static final String PROTO = """
        message Trace { repeated TracePacket packet = 1; }
        message TracePacket {
          optional ClockSnapshot clock_snapshot = 6; optional uint64 timestamp = 8;
          optional uint32 trusted_packet_sequence_id = 10; optional TrackEvent track_event = 11;
          optional InternedData interned_data = 12; optional uint32 sequence_flags = 13;
          optional uint32 timestamp_clock_id = 58; optional TracePacketDefaults trace_packet_defaults = 59;
          optional TrackDescriptor track_descriptor = 60;
        }
        message TracePacketDefaults { optional uint32 timestamp_clock_id = 58; }
        message ClockSnapshot { repeated Clock clocks = 1; optional uint32 primary_trace_clock = 2; }
        message Clock { optional uint32 clock_id = 1; optional uint64 timestamp = 2; }
        message TrackEvent {
          optional uint32 type = 9; optional uint64 name_iid = 10; optional uint64 track_uuid = 11;
          repeated string categories = 22; optional string name = 23; optional int64 counter_value = 30;
          optional double double_counter_value = 44; repeated fixed64 flow_ids = 47; repeated fixed64 terminating_flow_ids = 48;
        }
        message InternedData { repeated EventName event_names = 2; }
        message EventName { optional uint64 iid = 1; optional string name = 2; }
        message TrackDescriptor {
          optional uint64 uuid = 1; optional string name = 2; optional ProcessDescriptor process = 3;
          optional ThreadDescriptor thread = 4; optional uint64 parent_uuid = 5; optional CounterDescriptor counter = 8;
          optional bool disallow_merging_with_system_tracks = 9; optional uint32 child_ordering = 11;
          optional int32 sibling_order_rank = 12; optional uint32 process_ordering = 19; optional uint32 thread_ordering = 20;
        }
        message ProcessDescriptor { optional int32 pid = 1; optional string process_name = 6; }
        message ThreadDescriptor { optional int32 pid = 1; optional int32 tid = 2; optional string thread_name = 5; }
        message CounterDescriptor { optional uint32 type = 1; optional uint32 unit = 3; }
        """;
    private static final Pattern FIELD = Pattern.compile("(optional|repeated) (\\w+) (\\w+) = (\\d+);");
    private static final Descriptor TRACE = trace();
    private static final int MONOTONIC = 3;

    private final TraceModel model = new TraceModel();
    private final Map<Long, String> names = new HashMap<>();
    private final Map<Long, String> counters = new HashMap<>();
    private final Map<Integer, Long> threads = new HashMap<>();
    private int packets;
    private int processes;

    private PerfettoReader() {
    }

    private static Descriptor trace() {
        FileDescriptorProto.Builder file = FileDescriptorProto.newBuilder().setSyntax("proto2");
        Matcher message = Pattern.compile("message (\\w+) \\{([^}]*)\\}").matcher(PROTO);
        while (message.find()) {
            DescriptorProto.Builder type = DescriptorProto.newBuilder().setName(message.group(1));
            Matcher field = FIELD.matcher(message.group(2));
            while (field.find()) {
                FieldDescriptorProto.Builder f = type.addFieldBuilder().setName(field.group(3))
                    .setNumber(Integer.parseInt(field.group(4)))
                    .setLabel(FieldDescriptorProto.Label.valueOf("LABEL_" + field.group(1).toUpperCase()));
                if (Character.isUpperCase(field.group(2).charAt(0))) {
                    f.setTypeName(field.group(2)).setType(FieldDescriptorProto.Type.TYPE_MESSAGE);
                } else {
                    f.setType(FieldDescriptorProto.Type.valueOf("TYPE_" + field.group(2).toUpperCase()));
                }
            }
            file.addMessageType(type);
        }
        try {
            return FileDescriptor.buildFrom(file.build(), new FileDescriptor[0]).findMessageTypeByName("Trace");
        } catch (com.google.protobuf.Descriptors.DescriptorValidationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    static TraceModel read(byte[] bytes) throws Exception {
        Message trace = DynamicMessage.parseFrom(TRACE, bytes);
        rejectUnknown(trace);
        PerfettoReader reader = new PerfettoReader();
        for (Message packet : messages(trace, "packet")) {
            reader.packet(packet);
        }
        assertEquals(1, reader.processes, "processes");
        return reader.model;
    }

    private static void rejectUnknown(Message m) {
        assertTrue(m.getUnknownFields().asMap().isEmpty(), () -> "fields that Perfetto does not know: " + m);
        for (Map.Entry<FieldDescriptor, Object> f : m.getAllFields().entrySet()) {
            if (f.getKey().getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
                (f.getKey().isRepeated() ? (List<?>) f.getValue() : List.of(f.getValue()))
                    .forEach(v -> rejectUnknown((Message) v));
            }
        }
    }

    private void packet(Message p) {
        assertEquals(1, number(p, "trusted_packet_sequence_id"), "one sequence");
        if (packets++ == 0) {
            assertEquals(1, number(p, "sequence_flags") & 1, "the first packet clears what names meant before");
            assertEquals(MONOTONIC, number(message(p, "trace_packet_defaults"), "timestamp_clock_id"));
            assertEquals(MONOTONIC, number(message(p, "clock_snapshot"), "primary_trace_clock"));
        }
        if (has(p, "interned_data")) {
            messages(message(p, "interned_data"), "event_names").forEach(n -> names.put(number(n, "iid"), text(n, "name")));
        }
        if (has(p, "track_descriptor")) {
            track(message(p, "track_descriptor"));
        }
        if (has(p, "track_event")) {
            assertEquals(2, number(p, "sequence_flags") & 2, "an event without the names before it");
            assertTrue(has(p, "timestamp"));
            event(message(p, "track_event"), number(p, "timestamp"));
        }
    }

    private void track(Message t) {
        long uuid = number(t, "uuid");
        if (has(t, "process")) {
            processes++;
            assertEquals(3, number(t, "child_ordering"), "explicit order");
        } else if (uuid != 0) {
            assertTrue(has(t, "parent_uuid"));
            if (has(t, "thread")) {
                assertEquals(text(t, "name"), text(message(t, "thread"), "thread_name"));
                Long before = threads.putIfAbsent((int) number(message(t, "thread"), "tid"), uuid);
                assertTrue(before == null || before == uuid, "two tracks for one thread");
            }
            model.track(uuid, text(t, "name"), (int) number(t, "sibling_order_rank"));
            if (has(t, "counter")) {
                counters.put(uuid, text(t, "name"));
            }
        }
    }

    private void event(Message e, long ns) {
        long track = number(e, "track_uuid");
        assertEquals(number(e, "type") == 4, counters.containsKey(track), "values on counters, and nothing else");
        switch ((int) number(e, "type")) {
            case 1 -> model.begin(track, ns, name(e), flows(e));
            case 2 -> model.end(track, ns, null);
            case 3 -> model.instant(track, ns, name(e));
            case 4 -> {
                if (has(e, "double_counter_value")) {
                    model.value(counters.get(track),
                        (Double) e.getField(e.getDescriptorForType().findFieldByName("double_counter_value")));
                } else {
                    model.count(counters.get(track), number(e, "counter_value"));
                }
            }
            default -> throw new AssertionError("type " + number(e, "type"));
        }
    }

    private String name(Message e) {
        if (has(e, "name")) {
            return text(e, "name");
        }
        return assertDoesName(names.get(number(e, "name_iid")));
    }

    private static String assertDoesName(String name) {
        assertNotNull(name, "a name that was not written before");
        return name;
    }

    @SuppressWarnings("unchecked")
    private static List<Long> flows(Message e) {
        return (List<Long>) e.getField(field(e, "flow_ids"));
    }

    @SuppressWarnings("unchecked")
    private static List<Message> messages(Message m, String field) {
        return (List<Message>) m.getField(field(m, field));
    }

    private static Message message(Message m, String field) {
        return (Message) m.getField(field(m, field));
    }

    private static long number(Message m, String field) {
        return ((Number) m.getField(field(m, field))).longValue();
    }

    private static String text(Message m, String field) {
        return (String) m.getField(field(m, field));
    }

    private static boolean has(Message m, String field) {
        return m.hasField(field(m, field));
    }

    private static FieldDescriptor field(Message m, String name) {
        return m.getDescriptorForType().findFieldByName(name);
    }
}
