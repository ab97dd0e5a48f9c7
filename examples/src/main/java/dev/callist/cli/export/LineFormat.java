package dev.callist.cli.export;

import dev.callist.Call;
import java.io.IOException;
import java.io.OutputStream;

/** A format whose rows are bytes of their own, so that a file can be continued after any row. */
public interface LineFormat extends CallFormat {
    /** The bytes before the first row. */
    byte[] header();

    /** The row of a call, including its line end. */
    byte[] row(Call call) throws IOException;

    @Override
    default CallWriter writer(OutputStream out) throws IOException {
        out.write(header());
        return call -> out.write(row(call));
    }
}
