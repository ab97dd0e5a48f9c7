package dev.callist.spark.internal.query;

import dev.callist.sync.CallColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructType;

/** The columns of the table, which are those that {@code CallSync} stores. */
public final class CallSchema {
    /** Holds each number of at most 15 digits that a call has, and each {@code java.time.Duration}. */
    public static final DecimalType DECIMAL = DataTypes.createDecimalType(38, 18);

    private static final Set<CallColumn> NEVER_NULL = EnumSet.of(
            CallColumn.PROVIDER,
            CallColumn.ACCOUNT,
            CallColumn.ID,
            CallColumn.DIRECTION,
            CallColumn.STATUS,
            CallColumn.RECORDINGS,
            CallColumn.TAGS,
            CallColumn.PROBLEMS);

    /** All columns. */
    public static final StructType ALL = of(List.of(CallColumn.values()));

    private CallSchema() {}

    /** Some columns as Spark describes them. */
    public static StructType of(List<CallColumn> columns) {
        StructType schema = new StructType();
        for (CallColumn column : columns) {
            schema = schema.add(column.sqlName(), type(column), !isNeverNull(column));
        }
        return schema;
    }

    /** The columns of a schema. */
    public static List<CallColumn> columns(StructType schema) {
        List<CallColumn> columns = new ArrayList<>();
        Arrays.stream(schema.fieldNames()).map(CallSchema::column).forEach(columns::add);
        return columns;
    }

    static CallColumn column(String sqlName) {
        return CallColumn.valueOf(sqlName.toUpperCase(Locale.ROOT));
    }

    static boolean isNeverNull(CallColumn column) {
        return NEVER_NULL.contains(column);
    }

    private static DataType type(CallColumn column) {
        return switch (column.type()) {
            case TEXT, JSON -> DataTypes.StringType;
            case INSTANT -> DataTypes.TimestampType;
            case DECIMAL -> DECIMAL;
        };
    }
}
