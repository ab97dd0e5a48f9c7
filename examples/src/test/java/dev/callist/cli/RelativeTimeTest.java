package dev.callist.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.testkit.BirdSandbox;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Times such as {@code -7d} and {@code today} in the commands that take them. */
class RelativeTimeTest {
    private static final Pattern ECHO = Pattern.compile("callist: --created-from -7d is (\\S+Z)\n");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "list",
                "explain --provider bird",
                "sync --store %1$s/calls.db",
                "report --output %1$s/calls.html"
            })
    void echoesTheInstantOfARelativeTime(String command) {
        CommandRun run = run(command + " --created-from -7d");
        assertThat(run.code()).as(run.err()).isZero();
        Matcher echo = ECHO.matcher(run.err());
        assertThat(echo.find()).as(run.err()).isTrue();
        assertThat(Duration.between(Instant.parse(echo.group(1)), Instant.now()))
                .isBetween(Duration.ofDays(7), Duration.ofDays(7).plusMinutes(5));
    }

    @Test
    void sendsTheInstantThatItEchoes() {
        try (BirdSandbox sandbox = BirdSandbox.start(10)) {
            CommandRun run = CommandRun.on(
                    sandbox, "export", "--created-from", "2026-03-01T01:30", "--zone", "Europe/Lisbon", "--quiet");
            assertThat(run.err()).isEmpty();
            CommandRun loud =
                    CommandRun.on(sandbox, "export", "--created-from", "2026-07-01", "--zone", "Europe/Lisbon");
            assertThat(loud.err()).startsWith("callist: --created-from 2026-07-01 is 2026-06-30T23:00:00Z\n");
            assertThat(sandbox.requests())
                    .extracting(request -> request.queryParameter("startAt").orElse(""))
                    .contains("2026-03-01T01:29:59.999Z", "2026-06-30T22:59:59.999Z");
        }
    }

    @Test
    void echoesNothingForAnInstant() {
        assertThat(run("explain --provider bird --created-from 2026-03-01T00:00:00Z")
                        .err())
                .isEmpty();
    }

    @Test
    void echoesTheTimeOfABackfill() {
        CommandRun run = run("sync --backfill yesterday --zone Asia/Tokyo --store " + folder.resolve("calls.db"));
        assertThat(run.err()).containsPattern("callist: --backfill yesterday is \\S+T15:00:00Z\n");
    }

    @Test
    void comparesACopyInARelativeWindow() {
        String store = " --store " + folder.resolve("calls.db");
        assertThat(run("sync" + store).code()).isZero();
        CommandRun run = run("verify --created-before now --zone Asia/Tokyo" + store);
        assertThat(run.err()).contains("callist: --created-before now is ");
    }

    @Test
    void refusesARelativeTimeWhereARunIsContinued() {
        String files = " --output " + folder.resolve("calls.jsonl") + " --resume " + folder.resolve("state");
        CommandRun run = run("export --provider bird --created-from today" + files);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .containsPattern("--created-from today is another time in each run, so --resume cannot continue it;"
                        + " give --created-from \\S+T00:00:00Z\n");
    }

    @Test
    void refusesAWindowThatEndsBeforeItBegins() {
        CommandRun run = run("list --created-from now --created-before -1h");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--created-from must be before --created-before");
        assertThat(run("list --created-from -99999w99999d").err()).contains("callist: ");
    }

    private CommandRun run(String command) {
        List<String> args =
                new ArrayList<>(List.of(String.format(command, folder).split(" ", -1)));
        return CommandRun.of(Map.of(), args.toArray(String[]::new));
    }
}
