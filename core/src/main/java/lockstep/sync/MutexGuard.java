package lockstep.sync;

import java.util.concurrent.locks.ReentrantLock;

/**
 * {@code mutex}: one lane at a time, readers too. A {@link ReentrantLock} without fairness.
 *
 * <p>Any lane may call it. Blocking: the holder keeps all others waiting, and the scheduler decides who gets it next; a lane that
 * gives it back and asks again at once usually wins. A reader sees exactly one whole publication. The ordering is the lock's own:
 * unlock happens before the next lock. A wait allocates the lock's queue node; nothing else here allocates.
 */
final class MutexGuard extends JdkLockGuard {
    MutexGuard(int number, String name) {
        super(number, name, new ReentrantLock());
    }
}
