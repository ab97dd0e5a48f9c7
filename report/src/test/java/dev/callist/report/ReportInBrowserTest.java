package dev.callist.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.Call;
import dev.callist.CallDirection;
import dev.callist.CallParty;
import dev.callist.CallStatus;
import dev.callist.Money;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;

/** The page as a browser shows it. With {@code -Dcallist.screenshots=FOLDER}, it is also photographed. */
class ReportInBrowserTest {
    private static final String HOSTILE =
            "</script><script>document.title='broken'</script>\"'><img src=x onerror=alert(1)>";
    private static final Optional<Path> SCREENSHOTS =
            Optional.ofNullable(System.getProperty("callist.screenshots")).map(Path::of);

    /** How many pixels of each canvas are not transparent. */
    private static final String DRAWN_PIXELS = """
            return Array.from(document.querySelectorAll('[data-chart]'), function (place) {
              var canvas = place.querySelector('canvas');
              var pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
              var drawn = 0;
              for (var i = 3; i < pixels.length; i += 4) { drawn += pixels[i] > 0 ? 1 : 0; }
              return place.dataset.chart + ' ' + (drawn > 1500 ? 'drawn' : 'blank ' + drawn);
            }).join(', ')""";

    private static final String ALL_DRAWN =
            "calls drawn, answer-rate drawn, average-duration drawn, durations drawn, cost-0 drawn, cost-1 drawn";

    @TempDir
    static Path folder;

    private static Optional<Chromium> browser = Optional.empty();
    private static Optional<Path> page = Optional.empty();

    @BeforeAll
    static void openTheBrowser() throws IOException {
        browser = Optional.of(Chromium.start());
        page = Optional.of(ReportPages.file(folder, ReportPages.sample(8_000, 120), ReportPages.options()));
    }

    @AfterAll
    static void closeTheBrowser() {
        browser.ifPresent(Chromium::close);
    }

    @ParameterizedTest
    @CsvSource({"1240, light", "1240, dark", "360, light", "360, dark"})
    void isDrawnWithoutAnErrorOrARequest(int width, String theme) throws IOException {
        Chromium chromium = open(width, theme);
        assertThat(chromium.run(DRAWN_PIXELS)).isEqualTo(ALL_DRAWN);
        assertThat(chromium.run("return document.documentElement.scrollWidth")).isEqualTo(String.valueOf(width));
        assertThat(chromium.log(LogType.BROWSER)).isEmpty();
        assertThat(requested(chromium))
                .containsExactly(page.orElseThrow().toUri().toString());
        photograph(chromium, width, theme);
    }

    @Test
    void followsTheThemeOfTheSystem() {
        Chromium chromium = open(1240, "light");
        Object light = chromium.run("return getComputedStyle(document.body).backgroundColor");
        Object chart = chromium.run("return document.querySelector('canvas').toDataURL()");
        chromium.setTheme("dark");
        chromium.awaitRendering();
        assertThat(chromium.run("return getComputedStyle(document.body).backgroundColor"))
                .isNotEqualTo(light)
                .isEqualTo("rgb(16, 20, 27)");
        assertThat(chromium.run("return document.querySelector('canvas').toDataURL()"))
                .isNotEqualTo(chart);
        assertThat(chromium.run(DRAWN_PIXELS)).isEqualTo(ALL_DRAWN);
        assertThat(chromium.log(LogType.BROWSER)).isEmpty();
    }

    @Test
    void followsTheWidthOfTheWindow() {
        Chromium chromium = open(1240, "light");
        chromium.setWidth(400);
        chromium.awaitRendering();
        assertThat(chromium.run("return document.querySelector('canvas').clientWidth < 400"))
                .isEqualTo("true");
        assertThat(chromium.run("return document.documentElement.scrollWidth")).isEqualTo("400");
        assertThat(chromium.run(DRAWN_PIXELS)).isEqualTo(ALL_DRAWN);
    }

    @Test
    void isReachableByKeyboard() {
        Chromium chromium = open(1240, "light");
        List<String> reached = new ArrayList<>();
        String focused =
                "var e = document.activeElement; return e.dataset.chart || e.id || e.className || e.textContent;";
        do {
            new Actions(chromium.driver()).sendKeys(Keys.TAB).perform();
            reached.add(String.valueOf(chromium.run(focused)));
        } while (!reached.get(reached.size() - 1).startsWith("Charts: uPlot") && reached.size() < 100);
        assertThat(reached)
                .containsExactly(
                        "skip",
                        "badge complete",
                        "calls",
                        "Show the figures as a table",
                        "answer-rate",
                        "average-duration",
                        "Show the figures as a table",
                        "scroll",
                        "durations",
                        "Show the figures as a table",
                        "cost-0",
                        "cost-1",
                        "Show the figures as a table",
                        "scroll",
                        "scroll",
                        "scroll",
                        "scroll",
                        "scroll",
                        "Charts: uPlot, under the MIT licence");
    }

    @Test
    void readsOutTheValuesUnderTheArrowKeys() {
        Chromium chromium = open(1240, "light");
        chromium.run("document.querySelector('[data-chart=calls]').focus()");
        new Actions(chromium.driver()).sendKeys(Keys.END, Keys.ARROW_LEFT).perform();
        String values = "return document.querySelector('[data-values=calls]').textContent";
        assertThat(chromium.run(values))
                .asString()
                .matches("day 2026-02-27, Answered \\d+, No answer \\d+, .*, Open or unknown \\d+");
        new Actions(chromium.driver()).sendKeys(Keys.HOME).perform();
        assertThat(chromium.run(values)).asString().startsWith("day 2025-11-01, ");
        assertThat(chromium.log(LogType.BROWSER)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void showsHostileWordsAsText(int count) throws IOException {
        CallStatistics statistics = CallStatistics.in(ReportPages.LISBON);
        for (int i = 0; i < count; i++) {
            statistics.accept(hostile());
        }
        ReportOptions options = ReportOptions.builder()
                .title(HOSTILE)
                .notice(HOSTILE)
                .addSources(HOSTILE)
                .showsNumbers(true)
                .build();
        Files.createDirectories(folder.resolve("hostile"));
        Path hostile = ReportPages.file(folder.resolve("hostile"), statistics, options);
        Chromium chromium = browser.orElseThrow();
        chromium.open(hostile, 360, "light");
        assertThat(chromium.run("return document.title")).isEqualTo(HOSTILE);
        assertThat(chromium.run("return document.querySelectorAll('img, iframe, script:not([type])').length"))
                .isEqualTo("2");
        assertThat(chromium.run(
                        "return document.documentElement.dataset.drawn > 0 && document.documentElement.scrollWidth"))
                .isEqualTo("360");
        assertThat(chromium.log(LogType.BROWSER)).isEmpty();
        assertThat(requested(chromium)).containsExactly(hostile.toUri().toString());
    }

    private static Call hostile() {
        return Call.builder()
                .provider(HOSTILE)
                .id(HOSTILE)
                .direction(CallDirection.UNKNOWN)
                .providerDirection(HOSTILE)
                .status(CallStatus.UNKNOWN)
                .providerStatus(HOSTILE)
                .from(CallParty.of(HOSTILE))
                .to(CallParty.of(HOSTILE))
                .createdAt(Instant.parse("2026-02-01T12:00:00Z"))
                .price(new Money(BigDecimal.TEN, HOSTILE))
                .addProblems(HOSTILE)
                .build();
    }

    private static Chromium open(int width, String theme) {
        Chromium chromium = browser.orElseThrow();
        chromium.open(page.orElseThrow(), width, theme);
        return chromium;
    }

    /** The addresses that the page requested, except those of data in the page itself. */
    private static List<String> requested(Chromium chromium) {
        return chromium.log(LogType.PERFORMANCE).stream()
                .filter(message -> message.contains("\"Network.requestWillBeSent\""))
                .map(message -> message.replaceFirst("(?s).*\"request\":\\{.*?\"url\":\"([^\"]*)\".*", "$1"))
                .filter(url -> !url.startsWith("data:"))
                .toList();
    }

    private static void photograph(Chromium chromium, int width, String theme) throws IOException {
        if (SCREENSHOTS.isPresent()) {
            Files.createDirectories(SCREENSHOTS.get());
            Object image = chromium.driver()
                    .executeCdpCommand("Page.captureScreenshot", Map.of("captureBeyondViewport", true, "format", "png"))
                    .get("data");
            Files.write(
                    SCREENSHOTS.get().resolve("report-" + width + "-" + theme + ".png"),
                    OutputType.BYTES.convertFromBase64Png(String.valueOf(image)));
        }
    }
}
