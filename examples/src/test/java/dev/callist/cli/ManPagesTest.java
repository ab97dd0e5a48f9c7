package dev.callist.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.cli.console.Console;
import dev.callist.cli.providers.ProviderList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ManPagesTest {
    @TempDir
    Path folder;

    @Test
    void thereIsAPageForEachCommandWithAllItsOptions() throws IOException {
        ManPages.write(folder);
        CommandLine callist = new Callist(Console.ofThisProcess(), ProviderList.ALL).commandLine();
        assertThat(Files.readString(folder.resolve("callist.adoc"))).contains("Lists, exports and copies voice calls");
        for (CommandLine command : callist.getSubcommands().values()) {
            String page = Files.readString(folder.resolve("callist-" + command.getCommandName() + ".adoc"));
            command.getCommandSpec().options().forEach(option -> assertThat(page)
                    .contains("*" + option.longestName() + "*"));
        }
    }
}
