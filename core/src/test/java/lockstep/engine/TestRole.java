package lockstep.engine;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A role that writes down what is called and does what a test tells it. */
public final class TestRole implements Role {
    /** A part of a role. */
    interface Part {
        void on(Lane lane) throws Exception;
    }

    /** The job; says whether there was something to do. */
    public interface Job {
        boolean on(Lane lane) throws Exception;
    }

    final List<String> calls;
    private final String name;
    Part atStart = lane -> {};
    Job job = lane -> true;
    Part atStop = lane -> {};
    long runs;
    private RoleContext context;

    public TestRole(String name) {
        this(name, new CopyOnWriteArrayList<>());
    }

    public TestRole(String name, List<String> calls) {
        this.name = name;
        this.calls = calls;
    }

    TestRole atStart(Part part) {
        atStart = part;
        return this;
    }

    public TestRole job(Job part) {
        job = part;
        return this;
    }

    TestRole atStop(Part part) {
        atStop = part;
        return this;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void start(RoleContext given) throws Exception {
        context = given;
        calls.add("start " + name);
        atStart.on(context.lane());
    }

    @Override
    public boolean run() throws Exception {
        if (calls.size() < 100) {
            calls.add("run " + name);
        }
        runs++;
        return job.on(context.lane());
    }

    @Override
    public void stop() throws Exception {
        calls.add("stop " + name);
        atStop.on(context.lane());
    }
}
