package lockstep.platform;

/** The surface of a headless run: every call returns at once. */
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
}
