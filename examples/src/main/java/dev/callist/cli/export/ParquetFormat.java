package dev.callist.cli.export;

import dev.callist.Call;
import dev.callist.sync.CallColumn;
import dev.callist.sync.CallRow;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/**
 * Apache Parquet, compressed with Snappy. The columns have the names of the table {@code calls} that {@code callist sync} keeps,
 * and the types that {@code callist-spark} gives them. A call whose provider gives no account has none here.
 */
final class ParquetFormat implements CallFormat {
    /** A group of rows is in memory until it is written. */
    private static final int BYTES_OF_A_GROUP = 16 << 20;

    private static final int DIGITS = 38;
    private static final int DECIMALS = 18;
    private static final int DECIMAL_BYTES = 16;

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
        ParquetWriter<CallRow> rows = new Builder(new Output(out), columns)
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

    private static MessageType schema(List<CallColumn> columns) {
        Types.MessageTypeBuilder schema = Types.buildMessage();
        for (CallColumn column : columns) {
            switch (column.type()) {
                case TEXT, JSON ->
                    schema.optional(PrimitiveTypeName.BINARY)
                            .as(LogicalTypeAnnotation.stringType())
                            .named(column.sqlName());
                case INSTANT ->
                    schema.optional(PrimitiveTypeName.INT64)
                            .as(LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS))
                            .named(column.sqlName());
                case DECIMAL ->
                    schema.optional(PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY)
                            .length(DECIMAL_BYTES)
                            .as(LogicalTypeAnnotation.decimalType(DECIMALS, DIGITS))
                            .named(column.sqlName());
            }
        }
        return schema.named("calls");
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
            return new Rows(columns);
        }
    }

    /** Writes the fields of a row. */
    private static final class Rows extends WriteSupport<CallRow> {
        private final List<CallColumn> columns;

        @SuppressWarnings("NullAway.Init") // set by prepareForWrite, before the first row
        private RecordConsumer fields;

        Rows(List<CallColumn> columns) {
            this.columns = columns;
        }

        @Override
        @SuppressWarnings("deprecation") // abstract, so there is no other
        public WriteContext init(Configuration configuration) {
            return new WriteContext(schema(columns), Map.of());
        }

        @Override
        public void prepareForWrite(RecordConsumer consumer) {
            fields = consumer;
        }

        @Override
        public void write(CallRow row) {
            fields.startMessage();
            for (int i = 0; i < columns.size(); i++) {
                CallColumn column = columns.get(i);
                Object value = fitting(row.get(column));
                if (value != null) {
                    fields.startField(column.sqlName(), i);
                    add(value);
                    fields.endField(column.sqlName(), i);
                }
            }
            fields.endMessage();
        }

        /** An empty text is the account of a call that has none; a number with too many digits does not fit its column. */
        private static @Nullable Object fitting(@Nullable Object value) {
            if (value instanceof BigDecimal number) {
                BigDecimal scaled = number.setScale(DECIMALS, RoundingMode.HALF_EVEN);
                return scaled.precision() > DIGITS ? null : scaled;
            }
            return "".equals(value) ? null : value;
        }

        private void add(Object value) {
            if (value instanceof Instant time) {
                fields.addLong(ChronoUnit.MICROS.between(Instant.EPOCH, time));
            } else if (value instanceof BigDecimal number) {
                fields.addBinary(Binary.fromConstantByteArray(fixed(number.unscaledValue())));
            } else {
                fields.addBinary(Binary.fromString((String) value));
            }
        }

        private static byte[] fixed(BigInteger number) {
            byte[] shortest = number.toByteArray();
            byte[] bytes = new byte[DECIMAL_BYTES];
            Arrays.fill(bytes, (byte) (number.signum() < 0 ? -1 : 0));
            System.arraycopy(shortest, 0, bytes, bytes.length - shortest.length, shortest.length);
            return bytes;
        }
    }

    /** The stream of an export as Parquet's writer wants it. */
    private record Output(OutputStream out) implements OutputFile {
        @Override
        public PositionOutputStream create(long blockSizeHint) {
            return new CountedStream(out);
        }

        @Override
        public PositionOutputStream createOrOverwrite(long blockSizeHint) {
            return create(blockSizeHint);
        }

        @Override
        public boolean supportsBlockSize() {
            return false;
        }

        @Override
        public long defaultBlockSize() {
            return 0;
        }
    }

    /** Counts the bytes, and leaves the stream open. */
    private static final class CountedStream extends PositionOutputStream {
        private final OutputStream out;
        private long position;

        CountedStream(OutputStream out) {
            this.out = out;
        }

        @Override
        public long getPos() {
            return position;
        }

        @Override
        public void write(int value) throws IOException {
            out.write(value);
            position++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            position += length;
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public void close() throws IOException {
            out.flush();
        }
    }
}
