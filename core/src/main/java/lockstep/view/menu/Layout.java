package lockstep.view.menu;

/** Where a screen's panel and its lines are, px from the bottom left; the same for drawing and for the pointer. */
public final class Layout {
    private static final int ROOM = 16;
    /** The control of a settings line, from the line's right edge, design px. */
    static final float CONTROL_WIDTH = 210, CONTROL_INSET = 78;

    final float[] x = new float[ROOM], y = new float[ROOM], w = new float[ROOM], h = new float[ROOM];
    int count;
    float panelX, panelY, panelW, panelH;
    private float scale = 1;
    private int height;
    private Menus.Screen of;

    /** Lays a screen out above {@code dock} px; true if the lines of the same screen have moved. */
    public boolean arrange(Menus.Screen screen, int items, int width, int heightPx, int dock, float scalePx) {
        float beforeX = x[0], beforeY = y[0];
        place(screen, items, width, heightPx, dock, scalePx);
        boolean moved = of == screen && (beforeX != x[0] || beforeY != y[0]);
        of = screen;
        return moved;
    }

    private void place(Menus.Screen screen, int items, int width, int heightPx, int dock, float scalePx) {
        scale = scalePx;
        height = heightPx;
        count = Math.min(items, ROOM);
        float free = heightPx - dock;
        switch (screen) {
            case TITLE -> {
                panel(0, dock, 0.5f * width, free);
                column(96 * scale, dock + free / 2 - 34 * scale, 290 * scale, 44 * scale, 50 * scale);
            }
            case PAUSE -> {
                middle(width, dock, free, 380, 372);
                column(panelX + 40 * scale, panelY + panelH - 98 * scale, panelW - 80 * scale, 44 * scale, 50 * scale);
            }
            case SETTINGS -> {
                middle(width, dock, free, 640, 484);
                column(panelX + 40 * scale, panelY + panelH - 88 * scale, panelW - 80 * scale, 34 * scale, 37 * scale);
            }
            case ASK -> {
                middle(width, dock, free, 460, 236);
                column(panelX + 40 * scale, panelY + panelH - 112 * scale, panelW - 80 * scale, 44 * scale, 50 * scale);
            }
            case OVER -> {
                middle(width, dock, free, 780, 408);
                float each = 200 * scale;
                for (int i = 0; i < count; i++) {
                    set(i, panelX + 40 * scale + i * (each + 16 * scale), panelY + 34 * scale, each, 44 * scale);
                }
            }
            case PLAY -> count = 0;
        }
    }

    private void middle(int width, int dock, float free, float designW, float designH) {
        float pw = designW * scale, ph = designH * scale;
        panel(Math.round((width - pw) / 2), Math.round(dock + (free - ph) / 2), pw, ph);
    }

    private void panel(float px, float py, float pw, float ph) {
        panelX = px;
        panelY = py;
        panelW = pw;
        panelH = ph;
    }

    private void column(float left, float top, float wide, float tall, float pitch) {
        for (int i = 0; i < count; i++) {
            set(i, left, top - i * pitch - tall, wide, tall);
        }
    }

    private void set(int i, float px, float py, float pw, float ph) {
        x[i] = Math.round(px);
        y[i] = Math.round(py);
        w[i] = Math.round(pw);
        h[i] = Math.round(ph);
    }

    /** Bottom of the dialog, px; on the title, of the lines. */
    float dialogY() {
        return of == Menus.Screen.TITLE && count > 0 ? y[count - 1] - 12 * scale : panelY;
    }

    float dialogH() {
        return panelY + panelH - dialogY();
    }

    /** The line under px from the top left, or -1. */
    int hit(float px, float pyFromTop) {
        float py = height - pyFromTop;
        for (int i = 0; i < count; i++) {
            if (px >= x[i] && px < x[i] + w[i] && py >= y[i] && py < y[i] + h[i]) {
                return i;
            }
        }
        return -1;
    }

    /** Left edge and width of the controls of a settings screen, px. */
    float controlX() {
        return x[0] + w[0] - (CONTROL_WIDTH + CONTROL_INSET) * scale;
    }

    float controlW() {
        return CONTROL_WIDTH * scale;
    }

    float controlMiddle() {
        return controlX() + controlW() / 2;
    }

    /** True if {@code px} is on a slider, or close enough to be meant for it. */
    boolean isControl(float px) {
        return px >= controlX() - 12 * scale;
    }

    /** The position of {@code px} on a slider, 0 to 1. */
    float share(float px) {
        return Math.max(0, Math.min(1, (px - controlX()) / controlW()));
    }
}
