package dev.callist.cli.export;

import dev.callist.Call;
import dev.callist.sync.CallColumn;
import dev.callist.sync.CallRow;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;

/**
 * Apache Parquet, compressed with Snappy. The columns have the names of the table {@code calls} that {@code callist
 * sync} keeps, and the types that {@code callist-spark} gives them. A call whose provider gives no account has none
 * here.
 */
final class ParquetFormat implements CallFormat {
    /** A group of rows is in memory until it is written. */
    private static final int BYTES_OF_A_GROUP = 16 << 20;

    private final boolean hasRaw;
    private final List<CallColumn> columns;

    /** The format with or without the provider's own JSON. */
    ParquetFormat(boolean hasRaw) {
        this.hasRaw = hasRaw;
        this.columns = Arrays.stream(CallColumn.values())
                .filter(column -> hasRaw || column != CallColumn.RAW)
                .toList();
    }

    @Override
    public String name() {
        return hasRaw ? "parquet with raw" : "parquet";
    }

    @Override
    public CallFormat withRaw() {
        return new ParquetFormat(true);
    }

    @Override
    public CallWriter writer(OutputStream out) throws IOException {
        Set<CallColumn> read = EnumSet.copyOf(columns);
        ParquetWriter<CallRow> rows = new Builder(new ParquetOutput(out), columns)
                .withCompressionCodec(CompressionCodecName.SNAPPY)
                .withRowGroupSize((long) BYTES_OF_A_GROUP)
                .build();
        return new CallWriter() {
            @Override
            public void write(Call call) throws IOException {
                rows.write(CallRow.of(call, "", read));
            }

            @Override
            public void finish() throws IOException {
                rows.close();
            }
        };
    }

    /** Makes a writer of rows. */
    private static final class Builder extends ParquetWriter.Builder<CallRow, Builder> {
        private final List<CallColumn> columns;

        Builder(OutputFile file, List<CallColumn> columns) {
            super(file);
            this.columns = columns;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        @SuppressWarnings("deprecation") // abstract, so there is no other
        protected WriteSupport<CallRow> getWriteSupport(Configuration configuration) {
            return new ParquetRows(columns);
        }
    }
}
