package dev.callist.testkit.rows;

import dev.callist.testkit.SandboxRequest;
import dev.callist.testkit.rules.RowFields;
import java.util.List;

/** The rows of SignalWire's voice log: the duration may occur in two fields. */
public final class VoiceLogRowProtocol extends WordRowProtocol {
    private static final String TOKEN = "page_token";
    private static final String SECONDS = "duration";

    public VoiceLogRowProtocol(RowFields fields) {
        super(fields);
    }

    @Override
    boolean hasTags() {
        return false;
    }

    @Override
    OddRow withSecondSources(OddRow row, CallTruth call, RowSheet sheet, Dice dice) {
        boolean isSame = row.duration()
                .value()
                .filter(lasted -> !lasted.equals(call.duration()))
                .isEmpty();
        if (!isSame || dice.percent(80)) {
            sheet.put(SECONDS, dice.oneOf("null", "\"\""));
            return row;
        }
        sheet.put(SECONDS, Long.toString(call.duration().toSeconds()));
        return row.withTimes(row.createdAt(), backed(row.duration(), call.duration()));
    }

    @Override
    String page(SandboxRequest request, List<String> rows) {
        int limit = number(request, "page_size", 50);
        int start = number(request, TOKEN, 0);
        String next = start + limit < rows.size()
                ? "\"next\":\"" + request.url().resolve("/api/voice/logs") + "?page_number=" + (start + limit) / limit
                        + "&page_size=" + limit + "&" + TOKEN + "=" + (start + limit) + "\""
                : "";
        return "{\"links\":{" + next + "},\"data\":" + list(rows, start, limit) + "}";
    }
}
