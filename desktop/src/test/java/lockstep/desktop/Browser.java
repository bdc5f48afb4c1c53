package lockstep.desktop;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.badlogic.gdx.utils.JsonReader;
import com.badlogic.gdx.utils.JsonValue;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A real browser without a window and without a network, which keeps account of what its page asks for and complains of. */
final class Browser implements AutoCloseable {
    /** The smallest contrast at which text counts as legible: WCAG 2.2, success criterion 1.4.3. */
    static final double LEGIBLE = 4.5;

    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    static {
        SELENIUM.setLevel(Level.SEVERE); // it warns of every browser that is newer than itself
    }

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Starts it, or skips the test, saying what to install. */
    static Browser start() {
        File browser = tool("chromium");
        File control = tool("chromedriver");
        assumeTrue(browser != null && control != null,
            "chromium or chromedriver is not installed (on Debian: apt-get install chromium chromium-driver)");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser);
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        ChromeDriver driver = new ChromeDriver(new ChromeDriverService.Builder().usingDriverExecutable(control).build(), options);
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand("Network.emulateNetworkConditions",
            Map.of("offline", true, "latency", 0, "downloadThroughput", 0, "uploadThroughput", 0));
        return new Browser(driver);
    }

    private static File tool(String name) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator)).map(folder -> new File(folder, name))
            .filter(File::canExecute).findFirst().orElse(null);
    }

    ChromeDriver driver() {
        return driver;
    }

    /** Opens a page in a view of so many px; {@code scheme} is {@code light} or {@code dark}. */
    void open(Path page, String scheme, int width, int height) {
        scheme(scheme);
        driver.manage().window().setSize(new Dimension(width, height));
        driver.get(page.toUri().toString());
    }

    /** Prefers light or dark from now on. */
    void scheme(String scheme) {
        driver.executeCdpCommand("Emulation.setEmulatedMedia",
            Map.of("media", "", "features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** Lays the page out as for paper. */
    void print() {
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
    }

    /** Addresses that were asked for since the last call, those of data that stands in the address itself left out. */
    List<String> requests() {
        return logs(LogType.PERFORMANCE).map(e -> new JsonReader().parse(e.getMessage()).get("message"))
            .filter(m -> m.getString("method").equals("Network.requestWillBeSent"))
            .map(m -> m.get("params").get("request").getString("url")).filter(url -> !url.startsWith("data:")).toList();
    }

    /** What the console was told since the last call. */
    List<String> console() {
        return logs(LogType.BROWSER).map(e -> e.getLevel() + " " + e.getMessage()).toList();
    }

    private Stream<LogEntry> logs(String type) {
        return StreamSupport.stream(driver.manage().logs().get(type).spliterator(), false);
    }

    /** Texts of the page that contrast with what is behind them by less than {@link #LEGIBLE}, each with its contrast. */
    List<String> illegible() {
        JsonValue found = new JsonReader().parse((String) driver.executeScript(CONTRAST, LEGIBLE));
        return Stream.of(found.asStringArray()).toList();
    }

    /** A picture of the whole page. */
    void picture(Path png) throws IOException {
        long height = (Long) driver.executeScript("return Math.ceil(document.documentElement.scrollHeight)");
        Dimension size = driver.manage().window().getSize();
        driver.manage().window().setSize(new Dimension(size.width, (int) Math.min(height + 200, 12_000)));
        Files.createDirectories(png.getParent());
        Files.write(png, driver.getScreenshotAs(OutputType.BYTES));
        driver.manage().window().setSize(size);
    }

    @Override
    public void close() {
        driver.quit();
    }

    /** Luminance and contrast as WCAG defines them; a background is the first behind a text that is not transparent. */
    private static final String CONTRAST = """
        const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
        const rgba = colour => {
          canvas.clearRect(0, 0, 1, 1);
          canvas.fillStyle = colour;
          canvas.fillRect(0, 0, 1, 1);
          return canvas.getImageData(0, 0, 1, 1).data;
        };
        const part = v => v <= 0.04045 * 255 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4;
        const light = ([r, g, b]) => 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
        const behind = e => {
          for (; e; e = e.parentElement) {
            const colour = rgba(getComputedStyle(e).backgroundColor);
            if (colour[3] === 255) {
              return colour;
            }
          }
          return [255, 255, 255, 255];
        };
        const bad = [];
        for (const e of document.body.querySelectorAll('*')) {
          const own = [...e.childNodes].filter(n => n.nodeType === 3).map(n => n.data.trim()).join('');
          if (own === '' || ['SCRIPT', 'STYLE', 'NOSCRIPT'].includes(e.tagName) || !e.checkVisibility() || e.disabled) {
            continue;
          }
          const [a, b] = [light(rgba(getComputedStyle(e).color)), light(behind(e))].sort((x, y) => y - x);
          const contrast = (a + 0.05) / (b + 0.05);
          if (contrast < arguments[0]) {
            bad.push(contrast.toFixed(2) + ' ' + e.tagName + ' ' + own.slice(0, 40));
          }
        }
        return JSON.stringify(bad);
        """;
}
