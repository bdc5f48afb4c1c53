package lockstep.desktop;

import com.sun.jna.NativeLong;
import com.sun.jna.platform.unix.X11;

/** Xlib calls that no command-line tool does for us. Any one thread; each call opens its own connection. */
final class XClient {
    private static final int FORMAT_32_BIT = 32;

    private XClient() {
    }

    /** Sends a window the WM_DELETE_WINDOW message of a close button; {@code xdotool windowclose} would destroy it. */
    static void askToClose(String displayName, long window) {
        X11 x = X11.INSTANCE;
        X11.Display display = open(displayName);
        X11.XEvent event = new X11.XEvent();
        event.setType(X11.XClientMessageEvent.class);
        event.type = X11.ClientMessage;
        event.xclient.type = X11.ClientMessage;
        event.xclient.window = new X11.Window(window);
        event.xclient.message_type = x.XInternAtom(display, "WM_PROTOCOLS", false);
        event.xclient.format = FORMAT_32_BIT;
        event.xclient.data.setType(NativeLong[].class);
        event.xclient.data.l[0] = new NativeLong(x.XInternAtom(display, "WM_DELETE_WINDOW", false).longValue());
        event.xclient.data.l[1] = new NativeLong(X11.CurrentTime);
        x.XSendEvent(display, event.xclient.window, 0, new NativeLong(X11.NoEventMask), event);
        x.XSync(display, false);
        x.XCloseDisplay(display);
    }

    static X11.Display open(String name) {
        X11.Display display = X11.INSTANCE.XOpenDisplay(name);
        if (display == null) {
            throw new IllegalStateException("no X display " + name);
        }
        return display;
    }
}
