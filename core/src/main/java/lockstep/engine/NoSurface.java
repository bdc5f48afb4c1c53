package lockstep.engine;

/** The headless surface. */
record NoSurface(int width, int height) implements Surface {
    @Override
    public void attach() {
    }

    @Override
    public void detach() {
    }

    @Override
    public void beginFrame() {
    }

    @Override
    public void swap() {
    }

    @Override
    public void vsync(boolean on) {
    }

    @Override
    public int refreshHz() {
        return 60;
    }

    @Override
    public boolean isWindow() {
        return false;
    }

    @Override
    public boolean needsCap() {
        return true;
    }

    @Override
    public void fullscreen(boolean on) {
    }
}
