package lockstep.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The speedscope viewer, as its makers publish it, with a file opened in a browser without a window. One test thread uses it. */
final class Speedscope {
    /**
     * What it shows of a file.
     *
     * @param title    of the page
     * @param told     what it complained of: errors, warnings, promises that nobody kept
     * @param profiles its table of slices for each thread, under the thread's name
     */
    record Shown(String title, List<String> told, List<String> profiles) {
    }

    private static final String VERSION = "1.25.0";
    private static final Path FOLDER = Path.of("target", "speedscope").toAbsolutePath();
    private static final Path PAGE = FOLDER.resolve("package/dist/release/index.html");
    private static final long HANGS_SECONDS = 60;

    /** The page runs this as the file it is asked to open. */
    private static final String SCRIPT = """
        const told = [];
        for (const kind of ['error', 'warn']) {
          console[kind] = (...what) => told.push(kind + ' ' + what.join(' '));
        }
        addEventListener('error', e => told.push('error ' + e.message));
        addEventListener('unhandledrejection', e => told.push('rejection ' + e.reason));
        speedscope.loadFileFromBase64('run.json', '%s');
        const pause = ms => new Promise(done => setTimeout(done, ms));
        const press = key => dispatchEvent(new KeyboardEvent('keypress', {key, bubbles: true}));
        (async () => {
          for (let i = 0; i < 100 && !document.title.startsWith('run.json'); i++) {
            await pause(100);
          }
          press('3');
          const profiles = [];
          const text = () => document.body.innerText;
          const filled = () => text().split('Symbol Name')[1]?.includes('\\t');
          for (let before = ''; ; press('n')) {
            for (let i = 0; i < 30 && (text() === before || !filled()); i++) {
              await pause(100);
            }
            if (text() === before) {
              break;
            }
            await pause(100);
            before = text();
            profiles.push(before);
          }
          const found = document.createElement('pre');
          found.id = 'found';
          found.textContent = btoa(unescape(encodeURIComponent(JSON.stringify({title: document.title, told, profiles}))));
          document.documentElement.appendChild(found);
        })();
        """;

    private Speedscope() {
    }

    /** Makes sure that it is there, or skips the test, saying what is missing. */
    static void need() throws Exception {
        for (String tool : List.of("chromium", "npm", "tar")) {
            assumeTrue(XDisplay.installed(tool), () -> tool + " is not installed (on Debian: apt-get install chromium npm)");
        }
        if (!Files.exists(PAGE)) {
            Files.createDirectories(FOLDER);
            Path log = FOLDER.resolve("npm.txt");
            assumeTrue(run(log, log, "npm", "pack", "--silent", "speedscope@" + VERSION) == 0,
                () -> "npm could not fetch speedscope " + VERSION + "; see " + log);
            assertEquals(0, run(log, log, "tar", "-xzf", "speedscope-" + VERSION + ".tgz"));
        }
    }

    private static int run(Path out, Path err, String... command) throws IOException, InterruptedException {
        Process p = new ProcessBuilder(command).directory(FOLDER.toFile()).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        try {
            assertTrue(p.waitFor(HANGS_SECONDS, TimeUnit.SECONDS), () -> String.join(" ", command) + " hangs");
            return p.exitValue();
        } finally {
            p.destroyForcibly();
        }
    }

    /** Opens a file and looks at every thread's table; {@code work}: a folder for what the browser leaves. */
    static Shown open(String json, Path work) throws Exception {
        Path script = work.resolve("open.js");
        Files.writeString(script, SCRIPT.formatted(Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8))));
        Path dom = work.resolve("dom.html");
        assertEquals(0, run(dom, work.resolve("chromium.txt"), "chromium", "--headless=new", "--no-sandbox",
            "--disable-dev-shm-usage", "--window-size=1000,3000", "--user-data-dir=" + work.resolve("browser"),
            "--enable-unsafe-swiftshader", "--allow-file-access-from-files", "--virtual-time-budget=60000", "--dump-dom",
            PAGE.toUri() + "#localProfilePath=" + script));
        Matcher found = Pattern.compile("<pre id=\"found\">([^<]*)</pre>").matcher(Files.readString(dom));
        assertTrue(found.find(), () -> "speedscope showed nothing; see " + dom);
        return new Gson().fromJson(new String(Base64.getDecoder().decode(found.group(1)), StandardCharsets.UTF_8), Shown.class);
    }
}
