package dev.callist.testkit.rows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callist.CallStatus;
import dev.callist.testkit.SandboxRequest;
import java.util.List;

/** How one provider writes rows and pages. */
public abstract class RowProtocol {
    RowProtocol() {}

    /** The states that the provider's rows can tell apart. */
    abstract List<CallStatus> statuses();

    /** Whether its rows have tags. */
    abstract boolean hasTags();

    /** A row that says what a call was, spelled at random, with the other fields of a well-formed row. */
    abstract OddRow row(CallTruth call, ObjectNode wellFormed, Dice dice);

    /** The requested page of the rows that the server has selected. */
    abstract String page(SandboxRequest request, List<String> rows);

    static int number(SandboxRequest request, String name, int usual) {
        return request.queryParameter(name).map(Integer::parseInt).orElse(usual);
    }

    /** Rows as a JSON list. */
    static String list(List<String> rows, int start, int limit) {
        int from = Math.min(start, rows.size());
        return "[" + String.join(",", rows.subList(from, Math.min(from + limit, rows.size()))) + "]";
    }
}
