package dev.callist.cli;

import dev.callist.cli.console.Console;
import dev.callist.cli.providers.ProviderList;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.codegen.docgen.manpage.ManPageGenerator;

/** Writes the sources of the man pages, in AsciiDoc; the profile {@code man} makes pages of them. */
final class ManPages {
    private ManPages() {}

    /** Writes them to the folder that the first argument names. */
    public static void main(String[] args) throws IOException {
        write(Path.of(args[0]));
    }

    static void write(Path folder) throws IOException {
        CommandLine command = new Callist(Console.ofThisProcess(), ProviderList.ALL).commandLine();
        int code =
                ManPageGenerator.generateManPage(folder.toFile(), null, new boolean[0], true, command.getCommandSpec());
        if (code != CommandLine.ExitCode.OK) {
            throw new IOException("no man pages could be written to " + folder);
        }
    }
}
