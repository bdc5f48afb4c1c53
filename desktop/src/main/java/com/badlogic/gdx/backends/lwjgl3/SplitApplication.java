package com.badlogic.gdx.backends.lwjgl3;

import com.badlogic.gdx.ApplicationAdapter;
import com.badlogic.gdx.ApplicationListener;
import com.badlogic.gdx.Graphics;
import com.badlogic.gdx.Input;
import com.badlogic.gdx.backends.lwjgl3.audio.Lwjgl3Audio;

/**
 * libGDX's desktop application with its one loop taken out: {@link Host#run} stands in its place, and decides which
 * thread polls events and which one draws. In this package only because what it opens up is package-private there.
 *
 * <p>The super constructor runs the whole game, so this class has no fields: they would still be unset. All state is
 * the host's, which is complete before the constructor starts. The base class keeps its own current window unset,
 * hence the overridden getters.
 */
public final class SplitApplication extends Lwjgl3Application {
    /** What runs in place of the loop, and takes what libGDX's application takes from any thread. */
    public abstract static class Host extends ApplicationAdapter {
        /**
         * Runs the game on the process main thread, with the window open and the GL context current there, and again at
         * its end. Throws only if another thread still has the context: the window is then left to the process's end.
         */
        protected abstract void run(SplitApplication application);

        /** Takes a runnable for the thread that draws; any thread may call. */
        protected abstract void post(Runnable runnable);

        /** Takes a wish to end the program; any thread may call. */
        protected abstract void exitAsked();
    }

    /** Opens the window, runs the host, closes the window, returns. */
    public SplitApplication(Host host, Lwjgl3ApplicationConfiguration config) {
        super(host, config);
    }

    @Override
    protected void loop() {
        host().run(this);
    }

    /** Closes GLFW, unless {@link #loop} threw: ending it under a thread that draws would kill the process. */
    @Override
    protected void cleanup() {
        if (windows.isEmpty()) {
            super.cleanup();
        }
    }

    /** GLFW's handle of the window. */
    public long handle() {
        return window().getWindowHandle();
    }

    /** Makes the GL context current on the calling thread and sets {@code Gdx.gl} and {@code Gdx.graphics}. */
    public void makeCurrent() {
        window().makeCurrent();
    }

    /** Advances libGDX's frame time and refills the buffers of playing music. The thread that draws calls it. */
    public void startFrame() {
        window().getGraphics().update();
        ((Lwjgl3Audio) getAudio()).update();
    }

    /** Makes {@code Gdx.graphics} learn the size of the window and its framebuffer. Main thread only. */
    public void sizeChanged() {
        window().getGraphics().updateFramebufferInfo();
    }

    /** libGDX's key code for one of GLFW's, by libGDX's own table. */
    public int gdxKey(int glfwKey) {
        return ((DefaultLwjgl3Input) window().getInput()).getGdxKeyCode(glfwKey);
    }

    @Override
    public Graphics getGraphics() {
        return window().getGraphics();
    }

    @Override
    public Input getInput() {
        return window().getInput();
    }

    @Override
    public ApplicationListener getApplicationListener() {
        return host();
    }

    @Override
    public void postRunnable(Runnable runnable) {
        host().post(runnable);
    }

    @Override
    public void exit() {
        host().exitAsked();
    }

    private Lwjgl3Window window() {
        return windows.first();
    }

    private Host host() {
        return (Host) window().getListener();
    }
}
