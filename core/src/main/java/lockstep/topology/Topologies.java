package lockstep.topology;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lockstep.assets.AssetSource;
import lockstep.files.OneLine;

/** Finds topologies by what the user typed: those shipped among the assets, or files anywhere. */
public final class Topologies {
    private static final String FOLDER = "topologies";
    private static final String ENDING = ".toml";
    private static final List<String> FIRST = List.of("four", "classic", "two", "loaders");

    private final AssetSource assets;
    private final Set<String> knownRoles;
    private final Set<String> knownGuards;

    /** Topologies among {@code assets} that use the given roles and guards. */
    public Topologies(AssetSource assets, Set<String> knownRoles, Set<String> knownGuards) {
        this.assets = assets;
        this.knownRoles = Set.copyOf(knownRoles);
        this.knownGuards = Set.copyOf(knownGuards);
    }

    /** The names of the shipped topologies: four, classic, two, loaders, then any others by name. */
    public List<String> names() throws TopologyException {
        List<String> found = new ArrayList<>();
        try {
            for (String path : assets.list(FOLDER)) {
                String file = path.substring(FOLDER.length() + 1);
                if (file.endsWith(ENDING) && file.indexOf('/') < 0) {
                    found.add(file.substring(0, file.length() - ENDING.length()));
                }
            }
        } catch (IOException e) {
            throw new TopologyException(OneLine.of(String.valueOf(e.getMessage())));
        }
        List<String> ordered = new ArrayList<>(FIRST);
        ordered.retainAll(found);
        found.removeAll(FIRST);
        ordered.addAll(found);
        return ordered;
    }

    /** Reads one shipped topology. */
    public Topology shipped(String name) throws TopologyException {
        String path = FOLDER + "/" + name + ENDING;
        try {
            String text = TopologyFile.decode(path, assets.read(path, TopologyFile.MAX_BYTES));
            return TopologyFile.parse(name, path, text, knownRoles, knownGuards);
        } catch (IOException e) {
            throw new TopologyException(OneLine.of(String.valueOf(e.getMessage())));
        }
    }

    /** Reads the shipped topology called {@code nameOrFile} if there is one, else the file at that path. */
    public Topology find(String nameOrFile) throws TopologyException {
        List<String> names = names();
        if (names.contains(nameOrFile)) {
            return shipped(nameOrFile);
        }
        Path file = file(nameOrFile);
        if (file == null || !Files.exists(file) && !looksLikeFile(nameOrFile)) {
            throw new TopologyException("unknown topology " + OneLine.quote(nameOrFile)
                + Nearest.help(nameOrFile, "shipped", names));
        }
        if (!Files.exists(file)) {
            String wanted = file.getFileName() == null ? nameOrFile : file.getFileName().toString();
            String stem = wanted.endsWith(ENDING) ? wanted.substring(0, wanted.length() - ENDING.length()) : wanted;
            throw new TopologyException("no topology file " + OneLine.quote(nameOrFile)
                + Nearest.help(stem, "shipped", names));
        }
        return TopologyFile.read(file, knownRoles, knownGuards);
    }

    private static Path file(String text) {
        try {
            return text.isEmpty() ? null : Path.of(text);
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private static boolean looksLikeFile(String text) {
        return text.endsWith(ENDING) || text.indexOf('/') >= 0 || text.indexOf('\\') >= 0;
    }
}
