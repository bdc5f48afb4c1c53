package lockstep.game;

/** Plays runs with the autopilot and prints how each went: {@code Playing [bodies] [hz] [minutes] [seeds]}. */
final class Playing {
    private Playing() {}

    public static void main(String[] args) {
        int bodies = number(args, 0, 0), hz = number(args, 1, 120), minutes = number(args, 2, 20);
        for (int seed = 1; seed <= number(args, 3, 4); seed++) play(seed, bodies, hz, minutes);
    }

    private static int number(String[] args, int i, int otherwise) {
        return i < args.length ? Integer.parseInt(args[i]) : otherwise;
    }

    private static void play(int seed, int bodies, int hz, int minutes) {
        Game game = new Game(seed, bodies, hz);
        Scene scene = new Scene(game.capacity());
        Controls controls = new Controls();
        Autopilot pilot = new Autopilot(seed);
        boolean over = false;
        int rocks = 0;
        for (int i = 0; i < minutes * 60 * hz; i++) {
            if (i % (hz / 60) == 0) {
                game.copyTo(scene);
                pilot.steer(scene, controls);
                boolean nowOver = scene.mode == Mode.OVER.ordinal();
                if (nowOver && !over) {
                    rocks = 0;
                    for (int k = 0; k < scene.slots; k++) if (Kind.of(scene.kind[k]) == Kind.ROCK) rocks++;
                    System.out.printf("seed %d run %d: %5.1f s score %6d sector %d tokens %2d shots %4d hits %4d x%d"
                                    + " by %d, rocks %d%n",
                            seed, scene.run, scene.runSeconds, scene.score, scene.sector, scene.tokensCaught,
                            scene.shotsFired, scene.rocksHit, scene.highestMultiplier, scene.endedByTier, rocks);
                }
                over = nowOver;
            }
            game.step(controls);
        }
        System.out.printf("seed %d ends at %.1f s of run %d, sector %d, score %d, best %d, hash %016x%n", seed,
                scene.runSeconds, scene.run, scene.sector, scene.score, scene.best, game.hash());
        game.dispose();
    }
}
