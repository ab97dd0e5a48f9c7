package dev.callist.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.cli.console.Cancellation;
import dev.callist.cli.console.Console;
import dev.callist.cli.console.StandardOutput;
import dev.callist.cli.providers.ProviderList;
import dev.callist.testkit.BirdSandbox;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClosedPipeTest {
    /** The message is the system's: of Linux, of Windows, and of a full disk. */
    @ParameterizedTest
    @CsvSource({
        "Broken pipe, 141, ''",
        "The pipe is being closed, 141, ''",
        "No space left on device, 1, 'callist: FILE: No space left on device'"
    })
    void endsQuietlyIfTheReaderOfItsOutputIsGone(String failure, int code, String line) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try (BirdSandbox sandbox = BirdSandbox.start(3)) {
            Console console = new Console(
                    new StandardOutput(failing(failure)),
                    new PrintStream(err, true, StandardCharsets.UTF_8),
                    CommandRun.BIRD_KEY,
                    false,
                    false,
                    new Cancellation());
            assertThat(new Callist(console, ProviderList.ALL).run(CommandRun.args(sandbox, "list", "--quiet")))
                    .isEqualTo(code);
        }
        assertThat(err.toString(StandardCharsets.UTF_8).strip()).isEqualTo(line);
    }

    private static OutputStream failing(String message) {
        return new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException(message);
            }
        };
    }
}
