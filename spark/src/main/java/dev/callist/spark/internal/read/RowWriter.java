package dev.callist.spark.internal.read;

import dev.callist.spark.internal.query.CallSchema;
import dev.callist.sync.CallColumn;
import dev.callist.sync.CallRow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/** Writes rows in Spark's internal form. */
final class RowWriter {
    private final CallColumn[] columns;

    RowWriter(List<CallColumn> columns) {
        this.columns = columns.toArray(CallColumn[]::new);
    }

    /** The row; a number that does not fit the column's type is null. */
    InternalRow row(CallRow call) {
        @Nullable Object[] values = new @Nullable Object[columns.length];
        for (int i = 0; i < columns.length; i++) {
            values[i] = value(columns[i], call.get(columns[i]));
        }
        return new GenericInternalRow(values);
    }

    private static @Nullable Object value(CallColumn column, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        return switch (column.type()) {
            case TEXT, JSON -> UTF8String.fromString((String) value);
            case INSTANT -> ChronoUnit.MICROS.between(Instant.EPOCH, (Instant) value);
            case DECIMAL -> decimal((BigDecimal) value);
        };
    }

    private static @Nullable Decimal decimal(BigDecimal number) {
        BigDecimal scaled = number.setScale(CallSchema.DECIMAL.scale(), RoundingMode.HALF_EVEN);
        return scaled.precision() > CallSchema.DECIMAL.precision()
                ? null
                : Decimal.apply(scaled, CallSchema.DECIMAL.precision(), CallSchema.DECIMAL.scale());
    }
}
