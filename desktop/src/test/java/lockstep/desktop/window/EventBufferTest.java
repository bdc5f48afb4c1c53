package lockstep.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;

import lockstep.platform.EventSink;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

final class EventBufferTest {
    private final EventBuffer buffer = new EventBuffer();
    private final EventSink sink = mock(EventSink.class);

    @Test
    void eventsComeOnceInTheOrderFound() {
        buffer.key(7, true);
        buffer.button(1, false, 3, 4);
        buffer.pointer(5, 6);
        buffer.scroll(-1);
        buffer.focus(false);
        buffer.close();
        buffer.deliver(sink);
        buffer.deliver(sink);
        InOrder order = inOrder(sink);
        order.verify(sink).key(eq(7), eq(true), anyLong());
        order.verify(sink).button(eq(1), eq(false), eq(3f), eq(4f), anyLong());
        order.verify(sink).pointer(eq(5f), eq(6f), anyLong());
        order.verify(sink).scroll(eq(-1f), anyLong());
        order.verify(sink).focus(eq(false), anyLong());
        order.verify(sink).close(anyLong());
        verifyNoMoreInteractions(sink);
    }

    @Test
    void stampIsTheTimeFoundNotTheTimeDelivered() {
        long[] at = new long[1];
        buffer.key(1, true);
        long after = System.nanoTime();
        EventSink keeper = mock(EventSink.class, call -> {
            at[0] = call.getArgument(2);
            return null;
        });
        buffer.deliver(keeper);
        assertEquals(true, at[0] - after <= 0);
    }

    @Test
    void moreEventsThanRoomAreKept() {
        for (int i = 0; i < 1000; i++) {
            buffer.key(i, true);
        }
        buffer.deliver(sink);
        verify(sink, times(1000)).key(anyInt(), eq(true), anyLong());
        verify(sink).key(eq(999), eq(true), anyLong());
    }

    @Test
    void sinkThatThrowsSeesNoEventTwice() {
        doThrow(new IllegalStateException("full")).when(sink).key(eq(1), eq(true), anyLong());
        buffer.key(1, true);
        assertThrows(IllegalStateException.class, () -> buffer.deliver(sink));
        buffer.deliver(sink);
        verify(sink, times(1)).key(eq(1), eq(true), anyLong());
    }
}
