package dev.callist.cli.console;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/**
 * Standard output, or a pipe in its place. Reports a pipe that its reader has closed as {@link ClosedPipeException};
 * other failures are unchanged.
 */
public final class StandardOutput extends FilterOutputStream {
    /** Writes to a stream that is a pipe, a file or a terminal. */
    public StandardOutput(OutputStream out) {
        super(out);
    }

    /** The reader of the pipe has closed it. */
    public static final class ClosedPipeException extends IOException {
        private static final long serialVersionUID = 1;

        private ClosedPipeException(IOException cause) {
            super(cause);
        }
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            boolean isPipe =
                    String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
            throw isPipe ? new ClosedPipeException(e) : e;
        }
    }
}
