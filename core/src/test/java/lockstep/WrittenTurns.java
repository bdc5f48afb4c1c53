package lockstep;

import java.util.ArrayList;
import java.util.List;
import lockstep.time.Turn;

/** Writes down what happens to a lane's turn; the lane's thread calls it. */
public class WrittenTurns implements Turn {
    public final List<String> calls = new ArrayList<>();

    @Override
    public void giveUp() {
        calls.add("given up");
    }

    @Override
    public void take() {
        calls.add("taken");
    }

    @Override
    public void checkpoint() {
        calls.add("checkpoint");
    }
}
