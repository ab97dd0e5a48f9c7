package dev.callist.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Made-up calls take the place of real ones only if nothing on the command line or in the environment names an account.
 */
class MissingCredentialTest {
    private static final String MISSING = " is missing; set it as an environment variable";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {"list", "export", "get 1", "check", "sync --store %1$s/new.db", "report --output %1$s/new.html"})
    void namesTheVariableThatANamedProviderLacks(String command) {
        for (List<String> provider : List.of(
                List.of("bird", "BIRD_ACCESS_KEY"),
                List.of("signalwire", "SIGNALWIRE_API_TOKEN"),
                List.of("plivo-dialer", "PLIVO_DIALER_ACCESS_TOKEN"),
                List.of("search", "SEARCH_API_KEY"),
                List.of("twilio", "TWILIO_ACCOUNT_SID"))) {
            if (command.startsWith("get") && List.of("plivo-dialer", "search").contains(provider.get(0))) {
                continue;
            }
            CommandRun run = run(Map.of(), command + " --provider " + provider.get(0));
            assertThat(run.code()).as(command).isEqualTo(2);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).startsWith("callist: INVALID_CONFIG: " + provider.get(1) + MISSING);
        }
        assertThat(folder.resolve("new.html")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--workspace w", "--channel c", "--auth-scheme bearer", "--set workspaceId=w"})
    void namesTheVariableThatAnAccountOfOptionsLacks(String option) {
        for (String command : List.of("list", "check", "sync --store %1$s/new.db", "report --output %1$s/new.html")) {
            CommandRun run = run(Map.of(), command + " " + option);
            assertThat(run.code()).as(command).isEqualTo(2);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).contains("BIRD_ACCESS_KEY" + MISSING);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--base-url http://127.0.0.1:1|--base-url works with one provider only",
                "--where type=sip|--where works with one provider only",
                "--connection nobody|nobody"
            })
    void doesNotShowMadeUpCallsForAnotherOptionThatNeedsAnAccount(String option, String message) {
        for (String command : List.of("list", "sync --store %1$s/new.db", "report --output %1$s/new.html")) {
            CommandRun run = run(Map.of(), command + " " + option);
            assertThat(run.code()).as(command).isEqualTo(2);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).contains(message);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "check", "sync --store %1$s/new.db", "report --output %1$s/new.html"})
    void takesAnEmptySecretForAMissingOne(String command) {
        CommandRun run = run(Map.of("SEARCH_API_KEY", ""), command);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("SEARCH_API_KEY is empty; set it as an environment variable");
    }

    @Test
    void namesTheVariableThatAComparisonLacks() throws Exception {
        Path store = folder.resolve("calls.db");
        assertThat(run(Map.of(), "sync --quiet --store " + store).code()).isZero();
        CommandRun run = run(Map.of(), "verify --provider bird --store " + store);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith("callist: INVALID_CONFIG: BIRD_ACCESS_KEY" + MISSING);
        assertThat(Files.size(store)).isPositive();
    }

    private CommandRun run(Map<String, String> environment, String command) {
        List<String> args =
                new ArrayList<>(List.of(String.format(command, folder).split(" ", -1)));
        return CommandRun.of(environment, args.toArray(String[]::new));
    }
}
