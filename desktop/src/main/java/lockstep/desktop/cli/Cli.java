package lockstep.desktop.cli;

import java.io.PrintWriter;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import lockstep.files.OneLine;
import lockstep.topology.Nearest;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line. For wrong usage it prints one line that says why and one that says what to try, and returns exit code 2. */
public final class Cli {
    private static final Set<String> ROOT_OPTIONS = Set.of("-h", "--help", "-V", "--version");

    private final Wiring wiring;

    /** A command line that runs commands through {@code wiring}. */
    public Cli(Wiring wiring) {
        this.wiring = wiring;
    }

    /** Runs one command on the calling thread and returns the exit code. */
    public int run(String... args) {
        CommandLine root = new CommandLine(new Root())
            .addSubcommand(new PlayCommand(wiring))
            .addSubcommand(new ReplayCommand(wiring))
            .addSubcommand(new CompareCommand(wiring))
            .addSubcommand(new TopologiesCommand(wiring))
            .addSubcommand(new DoctorCommand(wiring));
        for (CommandLine command : root.getSubcommands().values()) {
            command.getCommandSpec().mixinStandardHelpOptions(true).versionProvider(new Version());
            command.getCommandSpec().usageMessage().sortOptions(false).sortSynopsis(false);
        }
        root.setCommandName(typed(Cli.class.getProtectionDomain().getCodeSource().getLocation(), Path.of("").toAbsolutePath()))
            .setExpandAtFiles(false)
            .setOut(wiring.out())
            .setErr(wiring.err())
            .setUsageHelpWidth(110)
            .setUsageHelpAutoWidth(false)
            .setParameterExceptionHandler((e, given) -> refuse(e))
            .setExecutionExceptionHandler((e, line, result) -> failed(e, line));
        int exit = root.execute(withCommand(args));
        wiring.out().flush();
        wiring.err().flush();
        return exit;
    }

    /**
     * How a person types the program's name.
     *
     * @param code where its classes lie: a jar, or a folder of the build
     * @param here the working directory
     */
    static String typed(URL code, Path here) {
        if (!code.getPath().endsWith(".jar")) {
            return "lockstep";
        }
        try {
            Path jar = Path.of(code.toURI());
            String path = (jar.startsWith(here) ? here.relativize(jar) : jar).toString();
            return "java -jar " + (path.contains(" ") ? '"' + path + '"' : path);
        } catch (URISyntaxException e) {
            return "lockstep";
        }
    }

    /** No command means {@code play}. */
    private static String[] withCommand(String[] args) {
        if (args.length > 0 && (!args[0].startsWith("-") || ROOT_OPTIONS.contains(args[0]))) {
            return args;
        }
        String[] all = new String[args.length + 1];
        all[0] = "play";
        System.arraycopy(args, 0, all, 1, args.length);
        return all;
    }

    private int refuse(ParameterException e) {
        CommandLine line = e.getCommandLine();
        String message = String.valueOf(e.getMessage());
        if (e instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
            message = unknown(line, unmatched.getUnmatched().get(0));
        }
        return wrong(Character.toLowerCase(message.charAt(0)) + message.substring(1), help(line));
    }

    private static String unknown(CommandLine line, String argument) {
        if (line.getParent() == null && !argument.startsWith("-")) {
            List<String> commands = List.copyOf(line.getSubcommands().keySet());
            return "unknown command " + OneLine.quote(argument) + Nearest.help(argument, "commands", commands);
        }
        if (!argument.startsWith("-")) {
            return "'" + line.getCommandName() + "' takes no " + OneLine.quote(argument) + " here; options start with --";
        }
        String option = argument.split("=", 2)[0];
        return "unknown option " + OneLine.quote(option) + Nearest.closest(option, line.getCommandSpec().optionsMap().keySet())
            .map(name -> "; did you mean '" + name + "'?").orElse("");
    }

    private int failed(Exception e, CommandLine line) {
        if (e instanceof UsageException usage) {
            return wrong(usage.getMessage(), usage.command() == null ? help(line)
                : line.getParent().getCommandName() + " " + usage.command());
        }
        PrintWriter err = wiring.err();
        err.println("lockstep: " + (e.getMessage() == null ? e.toString() : e.getMessage()));
        if (e instanceof RuntimeException) {
            e.printStackTrace(err);
        }
        return 1;
    }

    private int wrong(String message, String hint) {
        wiring.err().println("lockstep: " + OneLine.of(message));
        wiring.err().println("try: " + hint);
        return 2;
    }

    private static String help(CommandLine line) {
        return line.getCommandSpec().qualifiedName() + " --help";
    }

    @Command(name = "lockstep", mixinStandardHelpOptions = true, versionProvider = Version.class,
        description = "A 2D arcade game whose subsystems run on separate threads that you can watch, change and break.",
        footer = "%nNo command means play; its options: ${COMMAND-FULL-NAME} play --help", synopsisSubcommandLabel = "[COMMAND]")
    private static final class Root implements Runnable {
        @Override
        public void run() {
            throw new IllegalStateException("no command means play");
        }
    }

    public static final class Version implements IVersionProvider {
        /** The version of this build, for example {@code 0.1.0}. */
        public static String number() {
            String version = Cli.class.getPackage().getImplementationVersion();
            return version == null ? "development build" : version;
        }

        @Override
        public String[] getVersion() {
            return new String[] {"Lockstep " + number()};
        }
    }
}
