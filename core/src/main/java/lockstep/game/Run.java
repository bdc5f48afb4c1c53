package lockstep.game;

/** The score of a run and its numbers. */
final class Run {
    private final int hz;
    int number;
    int score, multiplier, shields, tokens;
    int shotsFired, rocksHit, tokensCaught, highestMultiplier, endedByTier, ticks;
    private int multiplierTicks;
    private int best, bestBefore;

    Run(int hz) {
        this.hz = hz;
    }

    void begin() {
        number++;
        score = 0;
        multiplier = 1;
        highestMultiplier = 1;
        multiplierTicks = 0;
        shields = Rules.SHIELDS;
        tokens = 0;
        shotsFired = 0;
        rocksHit = 0;
        tokensCaught = 0;
        endedByTier = -1;
        ticks = 0;
        bestBefore = best;
    }

    /** Raises the best score to {@code points}; no rule depends on it. */
    void setBest(int points) {
        best = StrictMath.max(best, points);
        bestBefore = StrictMath.max(bestBefore, points);
    }

    void rockHit(int tier, int sector) {
        rocksHit++;
        gain(Rules.pay(Rules.ROCK_POINTS[tier], sector));
    }

    void tokenCaught(int sector) {
        gain(Rules.pay((long) Rules.TOKEN_POINTS * multiplier, sector));
        tokens++;
        tokensCaught++;
        multiplier = StrictMath.min(Rules.MULTIPLIER_MOST, multiplier + 1);
        highestMultiplier = StrictMath.max(highestMultiplier, multiplier);
        multiplierTicks = StrictMath.round(Rules.MULTIPLIER_SECONDS * hz);
    }

    private void gain(int points) {
        score = (int) StrictMath.min(Integer.MAX_VALUE, (long) score + points);
        best = StrictMath.max(best, score);
    }

    /** Counts a tick of the run. */
    void tick() {
        ticks++;
        if (multiplier == 1 || --multiplierTicks > 0) return;
        multiplier--;
        multiplierTicks = multiplier > 1 ? StrictMath.round(Rules.MULTIPLIER_SECONDS * hz) : 0;
    }

    void hash(Hash hash) {
        hash.add(number, score).add(multiplier, multiplierTicks).add(shields, tokens).add(shotsFired, rocksHit);
        hash.add(tokensCaught, highestMultiplier).add(endedByTier, ticks);
    }

    void copyTo(Scene scene) {
        scene.run = number;
        scene.score = score;
        scene.best = best;
        scene.newBest = score > bestBefore;
        scene.multiplier = multiplier;
        scene.multiplierSeconds = multiplierTicks / (float) hz;
        scene.shields = shields;
        scene.tokens = tokens;
        scene.shotsFired = shotsFired;
        scene.rocksHit = rocksHit;
        scene.tokensCaught = tokensCaught;
        scene.highestMultiplier = highestMultiplier;
        scene.endedByTier = endedByTier;
        scene.runSeconds = ticks / (float) hz;
    }
}
