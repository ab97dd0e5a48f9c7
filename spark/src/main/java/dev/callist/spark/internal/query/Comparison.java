package dev.callist.spark.internal.query;

import dev.callist.sync.CallColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.connector.expressions.Expression;
import org.apache.spark.sql.connector.expressions.Literal;
import org.apache.spark.sql.connector.expressions.NamedReference;
import org.apache.spark.sql.connector.expressions.filter.Predicate;

/**
 * A predicate that compares one column with constants.
 *
 * @param column of the table
 * @param operator {@code =}, {@code <}, {@code <=}, {@code >}, {@code >=}, {@code IN} or {@code IS_NOT_NULL}
 * @param values in Spark's internal form; none is null
 */
record Comparison(CallColumn column, String operator, List<Object> values) {
    private static final Map<String, String> MIRRORED = Map.of("=", "=", "<", ">", "<=", ">=", ">", "<", ">=", "<=");

    /** The predicate as a comparison, if it is one. */
    static Optional<Comparison> of(Predicate predicate) {
        Expression[] parts = predicate.children();
        String operator = predicate.name();
        if (parts.length == 2 && parts[0] instanceof Literal && MIRRORED.containsKey(operator)) {
            return of(MIRRORED.getOrDefault(operator, ""), new Expression[] {parts[1], parts[0]});
        }
        boolean isKnown = MIRRORED.containsKey(operator) || operator.equals("IN") || operator.equals("IS_NOT_NULL");
        return isKnown && parts.length > 0 ? of(operator, parts) : Optional.empty();
    }

    private static Optional<Comparison> of(String operator, Expression[] parts) {
        if (!(parts[0] instanceof NamedReference reference) || reference.fieldNames().length != 1) {
            return Optional.empty();
        }
        List<Object> values = new ArrayList<>();
        for (int i = 1; i < parts.length; i++) {
            if (!(parts[i] instanceof Literal<?> literal) || literal.value() == null) {
                return Optional.empty();
            }
            values.add(literal.value());
        }
        return Optional.of(new Comparison(CallSchema.column(reference.fieldNames()[0]), operator, values));
    }

    /** The constants as texts. */
    List<String> texts() {
        return values.stream().map(Object::toString).toList();
    }

    boolean isEquality() {
        return operator.equals("=") || operator.equals("IN");
    }
}
