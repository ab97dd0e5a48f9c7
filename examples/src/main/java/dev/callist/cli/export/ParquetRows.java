package dev.callist.cli.export;

import dev.callist.sync.CallColumn;
import dev.callist.sync.CallRow;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/** The columns of a Parquet file, and how the fields of a row are written. */
final class ParquetRows extends WriteSupport<CallRow> {
    private static final int DIGITS = 38;
    private static final int DECIMALS = 18;
    private static final int DECIMAL_BYTES = 16;

    private final List<CallColumn> columns;

    @SuppressWarnings("NullAway.Init") // set by prepareForWrite, before the first row
    private RecordConsumer fields;

    ParquetRows(List<CallColumn> columns) {
        this.columns = columns;
    }

    @Override
    @SuppressWarnings("deprecation") // abstract, so there is no other
    public WriteContext init(Configuration configuration) {
        return new WriteContext(schema(), Map.of());
    }

    private MessageType schema() {
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
