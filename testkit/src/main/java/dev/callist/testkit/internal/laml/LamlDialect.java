package dev.callist.testkit.internal.laml;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.callist.testkit.SandboxCall;
import dev.callist.testkit.SandboxResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What differs between the providers that share this form of lists. */
public interface LamlDialect extends LamlIds {
    /** The segments of the path up to the account's sid. */
    List<String> accounts();

    /** The only account. */
    String account();

    /** User and password of HTTP Basic, separated by a colon. */
    String credential();

    /** The end of the list's path, {@code .json} or empty. */
    String format();

    /** Whether a path must end in {@link #format()}; otherwise it may end in {@code .json}. */
    boolean isFormatRequired();

    /** The headers of the response to a request. */
    Map<String, String> headers(int request);

    /** What the text of a filter by time means; absent if it is not a time. */
    Optional<TimeSpan> time(String text);

    /** The status of the response to a parameter that is not valid. */
    int invalidStatus();

    /** The page that explains an error. */
    String moreInfo(int code);

    /** The response to a path outside the API. */
    SandboxResponse nowhere();

    /** Whether a page says which rows it has, in {@code start} and {@code end}. */
    boolean countsRows();

    /** Writes the fields of a call into an object that is open. */
    void writeRow(SandboxCall call, JsonGenerator json) throws IOException;

    /** The path of the list. */
    default String list() {
        return "/" + String.join("/", accounts()) + "/" + account() + "/Calls" + format();
    }

    /** The path of a call. */
    default String path(SandboxCall call) {
        return list().substring(0, list().length() - format().length()) + "/" + sid(call.id()) + format();
    }

    /**
     * The time that a filter names: an instant, or a day.
     *
     * @param last the last second of it
     */
    record TimeSpan(Instant first, Instant last) {}
}
