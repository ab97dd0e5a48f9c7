package dev.callist.cli.export;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Replaces files in one step: after a crash a file has its old content or its new content, never a mixture. */
final class AtomicFiles {
    private AtomicFiles() {}

    /** Replaces the content of a file. */
    static void replaceContent(Path file, byte[] content) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        try (FileOutputStream out = new FileOutputStream(temporary.toFile())) {
            out.write(content);
            out.getFD().sync();
        }
        replace(file, temporary);
    }

    /** Replaces a file by another one, which is in the same directory and has been synced. */
    static void replace(Path file, Path replacement) throws IOException {
        try {
            Files.move(replacement, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(replacement, file, StandardCopyOption.REPLACE_EXISTING);
        }
        syncDirectory(file.toAbsolutePath().resolveSibling("."));
    }

    /** Makes the file's name survive a power failure. Systems that cannot open a directory do this themselves. */
    private static void syncDirectory(Path directory) {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException ignored) {
            return;
        }
    }
}
