package lockstep.desktop;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import lockstep.desktop.fixture.Browser;
import lockstep.desktop.fixture.GameJar;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.interactions.WheelInput.ScrollOrigin;

/**
 * The page that {@code --report} writes, of a run with planted faults, in a real browser. Pictures of it are left in
 * target/report.
 */
final class ReportIT {
    private static final Path PICTURES = Path.of("target", "report").toAbsolutePath();

    @TempDir
    static Path folder;

    private static Browser browser;
    private static Path page;

    @BeforeAll
    static void makeThePage() throws Exception {
        browser = Browser.start();
        GameJar jar = new GameJar(folder);
        GameJar.Ended ended = jar.run("--headless", "--autopilot", "--overlay", "off", "--seed", "3", "--seconds", "8",
            "--inject", "render.draw=30ms@every=50", "--inject", "assets.hold=40ms@every=30", "--report", "run.html");
        assertEquals(0, ended.exit(), () -> ended.err().toString());
        page = jar.file("run.html");
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    private static void open(String scheme) {
        browser.requests();
        browser.console();
        browser.open(page, scheme, 1280, 900);
    }

    private static WebElement find(String css) {
        return browser.driver().findElement(By.cssSelector(css));
    }

    private static List<WebElement> all(String css) {
        return browser.driver().findElements(By.cssSelector(css));
    }

    /** The page fills a late frame in a moment after it was opened. */
    private static void awaitOpen(int frames) {
        await().atMost(Duration.ofSeconds(60)).until(() -> all(".late[open] .body").size() == frames);
    }

    /** Seconds of the run that the plot shows. */
    private static double span() {
        WebElement plot = find("#plot");
        return Double.parseDouble(plot.getDomAttribute("data-to")) - Double.parseDouble(plot.getDomAttribute("data-from"));
    }

    @Test
    void itAsksForNothingAndComplainsOfNothing() {
        open("light");
        List<WebElement> late = all(".late summary");
        late.forEach(WebElement::click);
        awaitOpen(late.size());
        assertEquals(List.of(page.toUri().toString()), browser.requests());
        assertEquals(List.of(), browser.console());
    }

    @Test
    void whatIsLookedForWouldBeFound() throws IOException {
        browser.requests();
        browser.console();
        Path canary = Files.writeString(folder.resolve("canary.html"), """
            <p style="color: #999; background: #fff">pale</p><img src="http://lockstep.invalid/a.png">
            <script>console.error('planted'); </script>""");
        browser.open(canary, "light", 800, 600);
        assertTrue(browser.requests().contains("http://lockstep.invalid/a.png"));
        assertTrue(browser.console().stream().anyMatch(line -> line.contains("planted")));
        assertEquals(List.of("2.85 P pale"), browser.illegible());
    }

    @Test
    void theHeaderSaysHowTheWorldWasSharedAndWhatWasPlanted() {
        open("light");
        String header = find("#setup").getText();
        for (String said : List.of("guard mutex", "granularity world", "hold copy", "order sorted", "permits 0",
            "planted render.draw=30ms@every=50",
            "planted assets.hold=40ms@every=30")) {
            assertTrue(header.contains(said), header);
        }
    }

    @Test
    void framesOverBudgetAreCountedBesideLateOnes() {
        open("light");
        assertTrue(find("#verdict").getText().contains("over budget: above budget + 10 %."), () -> find("#verdict").getText());
        assertTrue(find("#tiles").getText().contains("over budget"), () -> find("#tiles").getText());
        assertTrue(find("#plot-note").getText().contains("31 frames could not be judged: the rule needs 31 before."),
            () -> find("#plot-note").getText());
    }

    @Test
    void thePlotZoomsByWheelAndKeysAndComesBack() {
        open("light");
        double whole = span();
        assertTrue(whole > 5, "shows " + whole + " s");
        new Actions(browser.driver()).scrollFromOrigin(ScrollOrigin.fromElement(find("#plot .u-over")), 0, -100).perform();
        double nearer = span();
        assertEquals(0.8 * whole, nearer, 1e-6);
        find("#plot").sendKeys("+");
        assertEquals(0.5 * nearer, span(), 1e-6);
        find("#plot").sendKeys("-");
        assertEquals(nearer, span(), 1e-6);
        String from = find("#plot").getDomAttribute("data-from");
        find("#plot").sendKeys(Keys.ARROW_RIGHT);
        assertTrue(Double.parseDouble(find("#plot").getDomAttribute("data-from")) > Double.parseDouble(from));
        find("#plot").sendKeys("0");
        assertEquals(whole, span(), 1e-6);
        find("#in").click();
        assertEquals(0.5 * whole, span(), 1e-6);
    }

    @Test
    void draggingPicksAPart() {
        open("light");
        double whole = span();
        WebElement over = find("#plot .u-over");
        int quarter = over.getSize().width / 4;
        new Actions(browser.driver()).moveToElement(over, -quarter, 0).clickAndHold().moveByOffset(2 * quarter, 0).release()
            .perform();
        assertEquals(whole / 2, span(), whole / 100);
    }

    @Test
    void pointingAtALateFrameNamesItAndItsCulprit() {
        open("light");
        find("#plot").sendKeys("n");
        WebElement over = find("#plot .u-over");
        new Actions(browser.driver()).moveToElement(over).perform();
        assertTrue(find("#tip").getText().matches("(?s)[\\d.]+ ms frame \\d+ at .*budget .*\\n.+"), () -> find("#tip").getText());
    }

    @ParameterizedTest
    @CsvSource({"200000, true", "20000, false"})
    void aLongFrameAmongAHundredThousandIsDrawnAndTold(int us, boolean seen) throws IOException {
        String[] times = new String[100_000];
        Arrays.fill(times, "16000");
        times[10] = "400000";
        times[60_000] = Integer.toString(us);
        Path many = Files.writeString(folder.resolve("many.html"), Files.readString(page)
            .replaceFirst("\"us\":\\[[^\\]]*]", "\"us\":[" + String.join(",", times) + "]")
            .replaceFirst("\"gaps\":\\[.*?],\"budgets\"", "\"gaps\":[],\"budgets\""));
        open("light");
        browser.open(many, "light", 1280, 900);
        assertTrue(span() > 1_590, "shows " + span() + " s");
        WebElement over = find("#plot .u-over");
        int x = (int) Math.round(over.getSize().width * (16.0 * 60_000 + 384) / (16.0 * 100_000 + 384));
        assertEquals(seen, drawnAtAThirdOfTheHeight(x), "a line at " + x + " px");
        assertFalse(drawnAtAThirdOfTheHeight(x + 40), "a line where every frame is short");
        new Actions(browser.driver()).moveToElement(over, x - over.getSize().width / 2, 0).perform();
        assertTrue(find("#tip").getText().startsWith(seen ? "200.0 ms frame 60,001" : "20.0 ms frame 60,001"),
            () -> find("#tip").getText());
    }

    /** True if the plot's line passes there, within two px of x: its background and grid are lighter. */
    private static boolean drawnAtAThirdOfTheHeight(int x) {
        return (Boolean) browser.driver().executeScript("""
            const canvas = document.querySelector('#plot canvas'), over = document.querySelector('#plot .u-over');
            const box = over.getBoundingClientRect(), all = canvas.getBoundingClientRect(), size = devicePixelRatio;
            const left = (box.left - all.left + arguments[0] - 2) * size, top = (box.top - all.top + box.height * 0.6) * size;
            const {data} = canvas.getContext('2d').getImageData(left, top, 5 * size, box.height * 0.06 * size);
            for (let i = 0; i < data.length; i += 4) {
              if (data[i + 3] > 128 && data[i] < 100) {
                return true;
              }
            }
            return false;
            """, x);
    }

    @Test
    void theListShowsOnlyFramesOfTheChosenCulprit() {
        open("light");
        int all = all(".late").size();
        int chips = all("#chips button").size();
        assertTrue(chips > 2, "two faults were planted and fewer culprits found");
        for (int i = 1; i < chips; i++) {
            WebElement chip = all("#chips button").get(i);
            int figure = Integer.parseInt(chip.findElement(By.tagName("small")).getText().split(" ")[0]);
            String culprit = chip.getDomAttribute("data-culprit");
            chip.click();
            List<WebElement> left = all(".late");
            assertEquals(figure, left.size(), culprit);
            left.forEach(f -> assertEquals(culprit, f.getDomAttribute("data-culprit")));
            assertEquals("true", all("#chips button").get(i).getDomAttribute("aria-pressed"));
        }
        find("#chips button[data-culprit='all']").click();
        assertEquals(all, all(".late").size());
    }

    @Test
    void theListIsSortedAsAsked() {
        open("light");
        find("#by-time").click();
        List<Integer> numbers = all(".late").stream().map(e -> Integer.parseInt(e.getDomAttribute("data-frame"))).toList();
        assertEquals(numbers.stream().sorted().toList(), numbers);
        find("#by-badness").click();
        List<Double> over =
            all(".late .over").stream().map(e -> Double.parseDouble(e.getText().replaceAll("[^\\d.]", ""))).toList();
        assertEquals(over.stream().sorted((a, b) -> Double.compare(b, a)).toList(), over);
    }

    @Test
    void aLateFrameOpensByKeyAndShowsItsCausesAndLanes() {
        open("light");
        find(".late summary").sendKeys(Keys.ENTER);
        awaitOpen(1);
        assertFalse(all(".late[open] table tbody tr").isEmpty(), "no causes");
        assertFalse(all(".late[open] canvas").isEmpty(), "no lanes");
        assertFalse(all(".late[open] .path li").isEmpty(), "no critical path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void allTextIsLegible(String scheme) {
        open(scheme);
        find(".late summary").click();
        awaitOpen(1);
        assertEquals(List.of(), browser.illegible());
    }

    @Test
    void onPaperItIsBlackOnWhiteWithoutButtons() throws IOException {
        open("dark");
        browser.print();
        assertEquals(List.of(), all("button").stream().filter(WebElement::isDisplayed)
            .filter(b -> b.getDomAttribute("data-culprit") == null).toList());
        assertEquals("rgba(255, 255, 255, 1)", find("body").getCssValue("background-color"));
        assertEquals(List.of(), browser.illegible());
        browser.picture(PICTURES.resolve("print.png"));
    }

    @ParameterizedTest
    @CsvSource({"light, 1280", "dark, 1280", "light, 800", "dark, 800"})
    void nothingIsWiderThanThePage(String scheme, int width) throws IOException {
        open(scheme);
        browser.open(page, scheme, width, 900);
        all(".late summary").stream().limit(2).forEach(WebElement::click);
        awaitOpen(2);
        long wide = (Long) browser.driver().executeScript("return document.documentElement.scrollWidth");
        browser.picture(PICTURES.resolve(scheme + "-" + width + ".png"));
        assertTrue(wide <= width, wide + " px on " + width);
    }
}
