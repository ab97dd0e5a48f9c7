package dev.callist.testkit.rows;

import dev.callist.testkit.SandboxRequest;
import dev.callist.testkit.rules.RowFields;
import java.util.List;

/** Bird's rows: each end of a call occurs in two fields. */
public final class BirdRowProtocol extends WordRowProtocol {
    private static final String TOKEN = "pageToken";

    public BirdRowProtocol(RowFields fields) {
        super(fields);
    }

    @Override
    boolean hasTags() {
        return true;
    }

    @Override
    OddRow withSecondSources(OddRow row, CallTruth call, RowSheet sheet, Dice dice) {
        return row.withParties(
                party("originator", row.from(), call.from(), sheet, dice),
                party("receiver", row.to(), call.to(), sheet, dice));
    }

    private static Reading<Party> party(String field, Reading<Party> reading, Party party, RowSheet sheet, Dice dice) {
        boolean isSame = reading.value().filter(read -> !read.equals(party)).isEmpty();
        if (!isSame || party.number().isEmpty() || dice.percent(50)) {
            sheet.leaveOut(field);
            if (dice.percent(20)) {
                sheet.put(field, dice.oneOf("null", "\"\"", "[]", "{}", "5", "{\"number\":[]}", "{\"contact\":\"x\"}"));
            }
            return reading;
        }
        String number = party.address();
        String country = number.startsWith("+44") ? "GB" : number.startsWith("+1") ? "US" : "PT";
        String name = RawJson.broken("Caller", dice);
        sheet.put(
                field,
                "{\"contact\":{\"id\":5},\"number\":{\"number\":\"" + number + "\",\"countryIsoCode\":\"" + country
                        + "\",\"callerIdName\":" + name + "}}");
        return backed(reading, party);
    }

    @Override
    String page(SandboxRequest request, List<String> rows) {
        int limit = number(request, "limit", 10);
        int start = number(request, TOKEN, 0);
        String next = start + limit < rows.size() ? "\"" + (start + limit) + "\"" : "null";
        return "{\"results\":" + list(rows, start, limit) + ",\"nextPageToken\":" + next + "}";
    }
}
