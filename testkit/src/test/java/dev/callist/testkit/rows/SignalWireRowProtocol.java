package dev.callist.testkit.rows;

import dev.callist.testkit.SandboxRequest;
import dev.callist.testkit.internal.signalwire.SignalWireLinks;
import dev.callist.testkit.rules.RowFields;
import java.util.List;

/** SignalWire's rows. */
public final class SignalWireRowProtocol extends WordRowProtocol {
    private static final String TOKEN = "PageToken";

    public SignalWireRowProtocol(RowFields fields) {
        super(fields);
    }

    @Override
    boolean hasTags() {
        return false;
    }

    @Override
    String page(SandboxRequest request, List<String> rows) {
        int limit = number(request, "PageSize", 50);
        int start = number(request, TOKEN, 0);
        String next = start + limit < rows.size()
                ? "\"" + SignalWireLinks.LIST + "?Page=" + (start + limit) / limit + "&PageSize=" + limit + "&" + TOKEN
                        + "=" + (start + limit) + "\""
                : "null";
        return "{\"calls\":" + list(rows, start, limit) + ",\"next_page_uri\":" + next + "}";
    }
}
