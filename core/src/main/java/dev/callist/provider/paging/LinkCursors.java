package dev.callist.provider.paging;

import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.Cursor;
import dev.callist.provider.NextLink;
import dev.callist.provider.PageToken;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The cursors of a list whose pages have a link to the next one. A cursor is the part of the link's query that
 * identifies a page: its number, its token, or both. The link itself is never requested. Thread-safe.
 *
 * @param provider the lister's name, for failures
 * @param list the list's own address, without a query
 * @param optionalPrefix a start of the path that links may omit; empty for none
 * @param number the query parameter of a page's number, such as {@code Page}; letters, digits and underscores
 * @param token the query parameter that names the row a page follows, such as {@code PageToken}; as {@code number}
 */
public record LinkCursors(String provider, HttpUrl list, String optionalPrefix, String number, String token) {
    /**
     * The cursor that a link leads to; absent if the link is absent, null or blank.
     *
     * @throws CallListException FOREIGN_LINK when it leads away from the list; BAD_RESPONSE when it has neither
     *     parameter
     */
    public Optional<Cursor> next(@Nullable PageToken link) {
        return Optional.ofNullable(link)
                .map(PageToken::text)
                .filter(text -> !text.isBlank())
                .map(text -> cursor(NextLink.of(provider, text, list, optionalPrefix)));
    }

    private Cursor cursor(NextLink link) {
        String place = Stream.of(number, token)
                .flatMap(name -> link.encodedParameter(name).map(value -> name + "=" + value).stream())
                .collect(Collectors.joining("&"));
        if (place.isEmpty()) {
            throw failed(Kind.BAD_RESPONSE, "the next page's link has neither " + number + " nor " + token);
        }
        return new Cursor(place);
    }

    /**
     * The list's address at a cursor, without other parameters.
     *
     * @throws CallListException INVALID_RESUME_POINT when the cursor does not have the form of one of this list
     */
    public HttpUrl url(Cursor cursor) {
        if (cursor.isFirst()) {
            return list;
        }
        if (!form().matcher(cursor.text()).matches()) {
            throw failed(Kind.INVALID_RESUME_POINT, "the cursor was not issued by this lister");
        }
        return list.newBuilder().encodedQuery(cursor.text()).build();
    }

    /** Whether the page follows a certain row; pages that only have a number shift while calls arrive. */
    public boolean isStable(Cursor cursor) {
        return cursor.isFirst() || cursor.text().contains(token + "=");
    }

    private Pattern form() {
        String value = "=[^&\\s]+";
        return Pattern.compile(number + value + "(&" + token + value + ")?|" + token + value);
    }

    private CallListException failed(Kind kind, String detail) {
        return CallListException.of(kind, provider).detail(detail).build().asException();
    }
}
