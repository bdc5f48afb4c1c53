package lockstep.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import lockstep.roles.Registry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A new role is one file plus one line in the registry: the example is compiled and played. */
@Tag("slow")
class NewRoleTest {
    private static final Path REGISTRY = Path.of("src/main/java/lockstep/roles/Registry.java");
    private static final String LAST_LINE = "        ROLES.put(\"render\", RenderRole::new);\n";

    @TempDir
    static Path folder;
    private static Path classes;

    @BeforeAll
    static void compileTheRoleAndTheRegistry() throws Exception {
        Path sources = Files.createDirectories(folder.resolve("sources"));
        classes = Files.createDirectories(folder.resolve("classes"));
        Path role = Files.writeString(sources.resolve("HeartbeatRole.java"), resource("HeartbeatRole.java"));
        String registry = Files.readString(REGISTRY).replace("\r\n", "\n");
        assertTrue(registry.contains(LAST_LINE));
        Path patched = Files.writeString(sources.resolve("Registry.java"),
            registry.replace(LAST_LINE, LAST_LINE + resource("line-in-Registry.txt")));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        boolean compiled = compiler.getTask(said, null, null, List.of("-d", classes.toString(), "-proc:none", "--release", "17",
            "-Xlint:all", "-Xlint:-classfile", "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))),
            null, compiler.getStandardFileManager(null, null, null).getJavaFileObjects(role, patched)).call();
        assertTrue(compiled, said.toString());
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = NewRoleTest.class.getResourceAsStream("/role/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        }
    }

    /** Loads everything of ours anew, what was compiled here first. */
    private static final class Loader extends ClassLoader {
        Loader() {
            super(NewRoleTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                if (known != null || !name.startsWith("lockstep.")) {
                    return known != null ? known : super.loadClass(name, resolve);
                }
                String path = name.replace('.', '/') + ".class";
                Path mine = classes.resolve(path);
                try (InputStream in = Files.exists(mine) ? Files.newInputStream(mine) : getParent().getResourceAsStream(path)) {
                    if (in == null) {
                        throw new ClassNotFoundException(name);
                    }
                    byte[] code = in.readAllBytes();
                    return defineClass(name, code, 0, code.length);
                } catch (IOException e) {
                    throw new ClassNotFoundException(name, e);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "[lanes]\ninput = [\"input\"]\nphysics = [\"physics\"]\nassets = [\"assets\"]\nrender = [\"render\"]\n"
            + "pulse = [\"heartbeat\"]\n",
        "[lanes]\none = [\"heartbeat\", \"input\", \"physics\", \"assets\", \"render\"]\n",
        "[lanes]\none = [\"input\", \"render\"]\ntwo = [\"physics\", \"assets\", \"heartbeat\"]\n"
            + "[sync]\ngranularity = \"region\"\nhold = \"tick\"\nbarrier = \"free\"\n"})
    void itRunsOnAnyLaneAndCounts(String topology) throws Exception {
        run("check", topology);
    }

    /** The role as the README shows it lives through everything that the panel can do to it. */
    @ParameterizedTest
    @ValueSource(strings = {"everySharing", "moves", "movesWithoutAGuard", "isNoticedWhereItsAccessStays"})
    void itIsRightUnderEveryGuardWhereverItMoves(String what) throws Exception {
        run(what);
    }

    private static void run(String what, String... arguments) throws Exception {
        Class<?> run = new Loader().loadClass("lockstep.session.HeartbeatRun");
        try {
            run.getMethod(what, Stream.of(arguments).map(Object::getClass).toArray(Class[]::new)).invoke(null,
                (Object[]) arguments);
        } catch (InvocationTargetException e) {
            throw new AssertionError(e.getCause().getMessage(), e.getCause());
        }
    }

    @Test
    void itIsOneFileAndOneLine() throws Exception {
        assertFalse(Registry.names().contains("heartbeat"));
        assertEquals(1, resource("line-in-Registry.txt").lines().count());
        assertTrue(resource("HeartbeatRole.java").lines().count() < 60, "the example should stay small");
    }

    /** What the README shows between its markers is what was compiled here. */
    @ParameterizedTest
    @CsvSource({"role, HeartbeatRole.java", "line, line-in-Registry.txt"})
    void theReadmeShowsIt(String marker, String file) throws Exception {
        String readme = Files.readString(Path.of("README.md")).replace("\r\n", "\n");
        int begin = readme.indexOf("<!-- " + marker + ":begin -->");
        int end = readme.indexOf("<!-- " + marker + ":end -->");
        assertTrue(begin >= 0 && end > begin, "no markers for " + marker);
        String shown = readme.substring(readme.indexOf('\n', begin) + 1, end);
        assumeFalse(shown.isBlank(), "nothing is shown yet");
        assertEquals("```java\n" + resource(file).stripIndent().strip() + "\n```", shown.strip());
    }
}
