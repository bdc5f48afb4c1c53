package lockstep.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.GroupThreads;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What it costs to hand the bodies of a tick from physics to render: one publication and one take by one lane ("alone"),
 * and both at once, without a pause, by two ("two"). Single operations are timed: on a shared machine a mean tells of the
 * others, while the median operation is not interrupted.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 4, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 2, jvmArgsAppend = {"-Xms512m", "-Xmx512m"})
public class SharingBenchmark {
    @Benchmark
    @Group("alone")
    @GroupThreads(1)
    public int alone(Shared shared) throws InterruptedException {
        shared.publish();
        return shared.take();
    }

    @Benchmark
    @Group("plainAlone")
    @GroupThreads(1)
    public int plainAlone(Plain plain) {
        plain.publish();
        return plain.take();
    }

    @Benchmark
    @Group("two")
    @GroupThreads(1)
    public void publish(Shared shared) throws InterruptedException {
        shared.publish();
    }

    @Benchmark
    @Group("two")
    @GroupThreads(1)
    public int take(Shared shared) throws InterruptedException {
        return shared.take();
    }

    @Benchmark
    @Group("plainTwo")
    @GroupThreads(1)
    public void plainPublish(Plain plain) {
        plain.publish();
    }

    @Benchmark
    @Group("plainTwo")
    @GroupThreads(1)
    public int plainTake(Plain plain) {
        return plain.take();
    }
}
