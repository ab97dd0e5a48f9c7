package dev.callist.testkit.rows;

import dev.callist.testkit.SandboxRequest;
import dev.callist.testkit.rules.RowFields;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The search's rows: time and duration may occur in two fields. */
public final class SearchRowProtocol extends WordRowProtocol {
    public SearchRowProtocol(RowFields fields) {
        super(fields);
    }

    @Override
    boolean hasTags() {
        return false;
    }

    @Override
    OddRow withSecondSources(OddRow row, CallTruth call, RowSheet sheet, Dice dice) {
        boolean hasTime = dice.percent(20)
                && row.createdAt()
                        .value()
                        .filter(at -> !at.equals(call.createdAt()))
                        .isEmpty();
        boolean hasDuration = dice.percent(20)
                && row.duration()
                        .value()
                        .filter(lasted -> !lasted.equals(call.duration()))
                        .isEmpty();
        if (hasTime) {
            sheet.put(
                    "inserted_at",
                    RawJson.text(call.createdAt().truncatedTo(ChronoUnit.MILLIS).toString()));
        }
        if (hasDuration) {
            sheet.put("metadata", "{\"duration\":" + call.duration().toMillis() + "}");
        } else {
            sheet.put("metadata", dice.oneOf("null", "{}", "\"\"", "[]", "{\"analysis\":[]}"));
        }
        return row.withTimes(
                hasTime ? backed(row.createdAt(), call.createdAt()) : row.createdAt(),
                hasDuration ? backed(row.duration(), call.duration()) : row.duration());
    }

    @Override
    String page(SandboxRequest request, List<String> rows) {
        int limit = number(request, "limit", 50);
        int start = number(request, "offset", 0);
        return "{\"data\":" + list(rows, start, limit) + ",\"total\":" + rows.size() + "}";
    }
}
