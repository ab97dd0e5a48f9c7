package dev.callist.signalwire;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.Cursor;
import dev.callist.provider.Envelope;
import dev.callist.provider.EnvelopePeek;
import dev.callist.provider.NextLink;
import dev.callist.provider.PageToken;
import dev.callist.provider.Rows;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** A page of SignalWire's response. A cursor is the part of its link's query that identifies the next page. */
@JsonNaming(SnakeCaseStrategy.class)
record SignalWirePage(
        @Nullable Rows<SignalWireCall> calls, @Nullable PageToken nextPageUri) implements Envelope<SignalWireCall> {
    private static final String NUMBER = "Page";
    private static final String TOKEN = "PageToken";
    private static final Pattern PLACE = Pattern.compile("Page=[^&\\s]+(&PageToken=[^&\\s]+)?|PageToken=[^&\\s]+");
    private static final String OPTIONAL_PREFIX = "/api/laml";

    @Override
    public @Nullable Rows<SignalWireCall> rows() {
        return calls;
    }

    /** The envelope without its rows, if it can be read before or after them. */
    static Optional<SignalWirePage> peek(EnvelopePeek response) {
        return response.find("next_page_uri", PageToken.class).map(link -> new SignalWirePage(null, link));
    }

    Optional<Cursor> next(HttpUrl list) {
        return Optional.ofNullable(nextPageUri)
                .map(PageToken::text)
                .filter(link -> !link.isBlank())
                .map(link -> place(NextLink.of(SignalWireCalls.PROVIDER, link, list, OPTIONAL_PREFIX)));
    }

    private static Cursor place(NextLink link) {
        String place = Stream.of(NUMBER, TOKEN)
                .flatMap(name -> link.encodedParameter(name).map(value -> name + "=" + value).stream())
                .collect(Collectors.joining("&"));
        if (place.isEmpty()) {
            throw failed(Kind.BAD_RESPONSE, "the next page's link has neither Page nor PageToken");
        }
        return new Cursor(place);
    }

    /** The list's URL at a cursor. */
    static HttpUrl from(Cursor cursor, HttpUrl list) {
        if (cursor.isFirst()) {
            return list;
        }
        if (!PLACE.matcher(cursor.text()).matches()) {
            throw failed(Kind.INVALID_RESUME_POINT, "the cursor was not issued by this lister");
        }
        return list.newBuilder().encodedQuery(cursor.text()).build();
    }

    /** Whether the page follows a certain call; pages that are numbered shift while calls arrive. */
    static boolean isStable(Cursor cursor) {
        return cursor.isFirst() || cursor.text().contains(TOKEN + "=");
    }

    private static CallListException failed(Kind kind, String detail) {
        return CallListException.of(kind, SignalWireCalls.PROVIDER)
                .detail(detail)
                .build()
                .asException();
    }
}
