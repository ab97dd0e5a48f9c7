package dev.callist.spark;

import dev.callist.testkit.Fault;
import java.util.List;

/** Takes the creation times from some calls of Bird's sandbox, on whichever page they are. */
final class UndatedCalls {
    private UndatedCalls() {}

    static Fault of(List<String> ids) {
        return Fault.rewritten(body -> {
            String rewritten = body;
            for (String id : ids) {
                rewritten = withoutTheTimeOf(id, rewritten);
            }
            return rewritten;
        });
    }

    private static String withoutTheTimeOf(String id, String body) {
        int row = body.indexOf("\"id\":\"" + id + "\"");
        return row < 0
                ? body
                : body.substring(0, row)
                        + body.substring(row).replaceFirst("\"createdAt\":\"[^\"]*\"", "\"createdAt\":null");
    }
}
