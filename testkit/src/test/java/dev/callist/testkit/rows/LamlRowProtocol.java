package dev.callist.testkit.rows;

import dev.callist.testkit.SandboxRequest;
import dev.callist.testkit.internal.laml.LamlDialect;
import dev.callist.testkit.rules.RowFields;
import java.util.List;

/** The rows of SignalWire and Twilio. */
public final class LamlRowProtocol extends WordRowProtocol {
    private static final String TOKEN = "PageToken";

    private final LamlDialect dialect;

    public LamlRowProtocol(RowFields fields, LamlDialect dialect) {
        super(fields);
        this.dialect = dialect;
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
                ? "\"" + dialect.list() + "?Page=" + (start + limit) / limit + "&PageSize=" + limit + "&" + TOKEN + "="
                        + (start + limit) + "\""
                : "null";
        return "{\"calls\":" + list(rows, start, limit) + ",\"next_page_uri\":" + next + "}";
    }
}
