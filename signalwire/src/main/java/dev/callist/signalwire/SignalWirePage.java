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
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** A page of SignalWire's response. A cursor is the part of its link's query that identifies the next page. */
@JsonNaming(SnakeCaseStrategy.class)
record SignalWirePage(
        @Nullable Rows<SignalWireCall> calls, @Nullable PageToken nextPageUri) implements Envelope<SignalWireCall> {
    private static final List<String> PLACE = List.of("Page", "PageToken");
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
                .map(link -> NextLink.of(SignalWireCalls.PROVIDER, link, list, OPTIONAL_PREFIX))
                .map(link -> placed(list, link::parameter)
                        .orElseThrow(
                                () -> failed(Kind.BAD_RESPONSE, "the next page's link has neither Page nor PageToken")))
                .map(url -> new Cursor(String.valueOf(url.encodedQuery())));
    }

    /** The list's URL at a cursor. */
    static HttpUrl from(Cursor cursor, HttpUrl list) {
        if (cursor.isFirst()) {
            return list;
        }
        HttpUrl place = list.newBuilder().encodedQuery(cursor.text()).build();
        return placed(list, name -> Optional.ofNullable(place.queryParameter(name)))
                .orElseThrow(() -> failed(Kind.INVALID_RESUME_POINT, "the cursor was not issued by this lister"));
    }

    private static Optional<HttpUrl> placed(HttpUrl list, Function<String, Optional<String>> source) {
        HttpUrl.Builder url = list.newBuilder();
        PLACE.forEach(name -> source.apply(name).ifPresent(value -> url.addQueryParameter(name, value)));
        return Optional.of(url.build()).filter(placed -> placed.querySize() > 0);
    }

    private static CallListException failed(Kind kind, String detail) {
        return CallListException.of(kind, SignalWireCalls.PROVIDER)
                .detail(detail)
                .build()
                .asException();
    }
}
