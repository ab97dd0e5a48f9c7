package dev.callist.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Debian's Chromium without a window, driven by Debian's driver; nothing is downloaded. */
final class Chromium implements AutoCloseable {
    private static final Path BROWSER = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final String ADVICE =
            "Chromium is not installed; on Debian: apt-get install chromium chromium-driver";

    /** Kept, so that its level is. Selenium warns of every Chromium that is newer than itself. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    private final ChromeDriver driver;

    private Chromium(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Starts the browser; skips the test, with one visible line, if it is not installed. */
    static Chromium start() {
        boolean isInstalled = Files.isExecutable(BROWSER) && Files.isExecutable(DRIVER);
        if (!isInstalled) {
            System.out.println("Browser tests are skipped: " + ADVICE);
        }
        Assumptions.assumeTrue(isInstalled, ADVICE);
        SELENIUM.setLevel(Level.SEVERE);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(BROWSER.toString());
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--hide-scrollbars");
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .usingAnyFreePort()
                .build();
        return new Chromium(new ChromeDriver(service, options));
    }

    ChromeDriver driver() {
        return driver;
    }

    /** Opens a page at this width, in the light or the dark theme. */
    void open(Path page, int width, String theme) {
        log(LogType.BROWSER);
        log(LogType.PERFORMANCE);
        setTheme(theme);
        setWidth(width);
        driver.get(page.toUri().toString());
    }

    /** Sets the width of the window. */
    void setWidth(int width) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 600));
    }

    /** Sets the theme of the system: light or dark. */
    void setTheme(String theme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", theme))));
    }

    /** Waits until the page has been rendered again, so that it has noticed what was changed. */
    void awaitRendering() {
        driver.executeAsyncScript("""
                var done = arguments[0];
                var frames = 0;
                requestAnimationFrame(function next() {
                  frames += 1;
                  if (frames < 4) { requestAnimationFrame(next); } else { done(); }
                });""");
    }

    /** Runs a script in the page and returns its result. */
    Object run(String script, Object... arguments) {
        return String.valueOf(driver.executeScript(script, arguments));
    }

    /** Returns the messages of a log since the last time. */
    List<String> log(String type) {
        return driver.manage().logs().get(type).getAll().stream()
                .map(entry -> entry.getMessage())
                .toList();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
