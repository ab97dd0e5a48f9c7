package dev.callist.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callist.QueryFilter;
import dev.callist.testkit.internal.deviation.DescribedProtocol;
import dev.callist.testkit.internal.deviation.DeviatingProtocol;
import dev.callist.testkit.internal.deviation.DeviationEffect;
import dev.callist.testkit.internal.deviation.Deviations;
import dev.callist.testkit.internal.deviation.EditedPage;
import dev.callist.testkit.internal.deviation.ProtocolFields;
import dev.callist.testkit.internal.deviation.RequestEdits;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongUnaryOperator;
import java.util.function.Predicate;

/**
 * A habit of a server that differs from what its provider documents, or that no provider documents. {@link
 * Sandbox#deviating} gives it to a sandbox. Immutable.
 *
 * <p>Each deviation says to which sandboxes it applies if not to all. Some habits have a place of their own: other days
 * of the dialer's dates are {@link PlivoDialerSandbox#startWithDays}, other orders of counted lists {@link
 * ShiftingSandbox#oldestFirst} and {@link ShiftingSandbox#scrambled}, and no sandbox sends a Date header without {@link
 * #clockAhead}.
 */
public final class Deviation {
    private static final int THROTTLED_EACH = 5;

    private final String name;
    private final Predicate<ProtocolFields> applies;
    private final DeviationEffect effect;

    private Deviation(String name, DeviationEffect effect) {
        this(name, fields -> true, effect);
    }

    private Deviation(String name, Predicate<ProtocolFields> applies, DeviationEffect effect) {
        this.name = name;
        this.applies = applies;
        this.effect = effect;
    }

    /** Pages have at most this many rows, even if a request names more. */
    public static Deviation pageCap(int rows) {
        return limit("page cap", limit -> Math.min(limit, rows));
    }

    /** Pages have at least this many rows, even if a request names fewer. */
    public static Deviation leastPage(int rows) {
        return limit("least page", limit -> Math.max(limit, rows));
    }

    private static Deviation limit(String name, LongUnaryOperator change) {
        return new Deviation(
                name,
                DeviationEffect.onRequest((fields, request) -> RequestEdits.changed(
                        request, fields.limit(), limit -> Long.toString(change.applyAsLong(Long.parseLong(limit))))));
    }

    /**
     * Requests that name more than this many rows fail.
     *
     * @param status of the response; 400 and 422 name the parameter
     */
    public static Deviation pagesFailAbove(int rows, int status) {
        return new Deviation("pages fail above " + rows, (usual, request, twist) -> {
            String limit = usual.fields().limit();
            boolean isTooLarge = request.queryParameter(limit)
                    .filter(asked -> Integer.parseInt(asked) > rows)
                    .isPresent();
            if (!isTooLarge) {
                return usual.respond(request, twist);
            }
            return status == 400 || status == 422
                    ? SandboxResponse.json(status, "{\"message\":\"" + limit + " must be at most " + rows + "\"}")
                    : usual.error(status);
        });
    }

    /** Every page is the first one: token, page number and offset are ignored. */
    public static Deviation placeIgnored() {
        return new Deviation(
                "place ignored",
                DeviationEffect.onRequest((fields, request) -> RequestEdits.without(request, fields.places())));
    }

    /**
     * Pages are cut first and filtered by direction and status afterwards, so that they have too few rows; only for
     * servers that filter by one of them.
     */
    public static Deviation filteredAfterCut() {
        return new Deviation(
                "filtered after the cut",
                fields -> !Collections.disjoint(fields.filters().keySet(), Deviations.COMPARED),
                Deviations.filteredAfterCut());
    }

    /**
     * Some filters are ignored.
     *
     * @param filters all of them must be filters of the sandbox's server; SignalWire's has STATUSES, FROM and TO only
     */
    public static Deviation filterIgnored(QueryFilter... filters) {
        Set<QueryFilter> ignored = Set.of(filters);
        return new Deviation(
                "filters ignored",
                fields -> fields.filters().keySet().containsAll(ignored),
                DeviationEffect.onRequest((fields, request) -> RequestEdits.withoutFilters(request, fields, ignored)));
    }

    /** The total is off by this number, but not below 0; dialer and search only. */
    public static Deviation totalOff(long rows) {
        return new Deviation(
                "wrong total",
                fields -> fields.total().isPresent(),
                DeviationEffect.onPage((page, request) -> page.changeTotal(total -> Math.max(0, total + rows))));
    }

    /** The total counts the rows up to the end of the page, and one more if more follow; dialer and search only. */
    public static Deviation lateTotal() {
        return new Deviation("late total", fields -> fields.total().isPresent(), Deviations.lateTotal());
    }

    /**
     * The list runs oldest first: the newest call stays where it is and the others are as much later. Linked lists
     * only.
     */
    public static Deviation oldestFirst() {
        return new Deviation("oldest first", fields -> fields.total().isEmpty(), Deviations.oldestFirst());
    }

    /**
     * Tags keep their capitals, and a filter finds a tag only if it is written so. Bird and dialer only; without this
     * deviation tags are in lower case, as Bird stores them.
     */
    public static Deviation capitalTags() {
        return new Deviation("tags in capitals", fields -> fields.tags().isPresent(), Deviations.capitalTags());
    }

    /**
     * The first of every five requests is refused with this status and a Retry-After of a second.
     *
     * @param status such as 403 or 503; 429 is the usual one
     */
    public static Deviation throttling(int status) {
        return new Deviation(
                "throttling by " + status,
                (usual, request, twist) -> request.number() % THROTTLED_EACH == 1
                        ? usual.error(status).withHeader("Retry-After", "1")
                        : usual.respond(request, twist));
    }

    /** Every request is refused with 401. */
    public static Deviation keyRefused() {
        return new Deviation("key refused", (usual, request, twist) -> usual.error(401));
    }

    /** Responses have a Date header, which is this much later than the system's clock; negative if earlier. */
    public static Deviation clockAhead(Duration time) {
        Objects.requireNonNull(time, "time");
        return new Deviation(
                "clock",
                DeviationEffect.onResponse(response -> response.withHeader(
                        "Date",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                Instant.now().plus(time).atOffset(ZoneOffset.UTC)))));
    }

    /** All times of rows are written in this way. */
    public static Deviation times(TimeFormat spelling) {
        return new Deviation("times as " + spelling, Deviations.times(spelling));
    }

    /**
     * Statuses are written in capitals with underscores, such as {@code NO_ANSWER}; not for the dialer, which has
     * flags.
     */
    public static Deviation shoutedStatuses() {
        return new Deviation(
                "statuses in capitals",
                fields -> fields.status().isPresent(),
                DeviationEffect.onPage((page, request) -> Deviations.edit(
                        page,
                        Set.of(page.fields().status().orElseThrow()),
                        word -> text(word.asText().toUpperCase(Locale.ROOT).replace('-', '_')))));
    }

    /** One row in seven has a status and a direction that are not documented; not for the dialer, which has flags. */
    public static Deviation unknownWords() {
        return new Deviation(
                "unknown words",
                fields -> fields.status().isPresent() && fields.direction().isPresent(),
                DeviationEffect.onPage((page, request) -> page.someRows(1, 7).forEach(row -> {
                    row.put(page.fields().status().orElseThrow(), "parked");
                    row.put(page.fields().direction().orElseThrow(), "sideways");
                })));
    }

    /** Each row has a field {@code sentiment} that is not documented and contains an object. */
    public static Deviation unknownField() {
        return new Deviation("unknown field", DeviationEffect.onPage((page, request) -> page.rows()
                .forEach(row -> row.putObject("sentiment").put("score", 0.5))));
    }

    /** Durations are numbers within texts, such as {@code "53"}. */
    public static Deviation numbersAsText() {
        return new Deviation(
                "numbers as text",
                DeviationEffect.onPage((page, request) ->
                        Deviations.edit(page, page.fields().durations(), number -> text(number.asText()))));
    }

    /** Durations have a fraction, such as 53.25. */
    public static Deviation fractionalDurations() {
        return new Deviation(
                "fractional durations",
                DeviationEffect.onPage((page, request) -> Deviations.edit(
                        page,
                        page.fields().durations(),
                        number -> JsonNodeFactory.instance.numberNode(
                                number.decimalValue().add(new BigDecimal("0.25"))))));
    }

    /**
     * Phone numbers have a scheme before them.
     *
     * @param scheme such as {@code tel:} or {@code sip:}
     */
    public static Deviation numbersWithScheme(String scheme) {
        Objects.requireNonNull(scheme, "scheme");
        return new Deviation(
                "numbers with a scheme",
                DeviationEffect.onPage((page, request) -> Deviations.edit(
                        page,
                        page.fields().addresses(),
                        address ->
                                address.asText().matches("\\+?[0-9]+") ? text(scheme + address.asText()) : address)));
    }

    /** One row in five has, in place of one of its numbers, the digits that mean a withheld caller. */
    public static Deviation withheldPlaceholders() {
        return new Deviation("placeholders", DeviationEffect.onPage((page, request) -> page.someRows(2, 5)
                .forEach(row -> page.fields().addresses().stream()
                        .limit(1)
                        .forEach(path -> EditedPage.edit(row, path, address -> text("266696687"))))));
    }

    /** One row in nine has no creation time. */
    public static Deviation undatedCalls() {
        return new Deviation("undated calls", DeviationEffect.onPage((page, request) -> page.someRows(3, 9)
                .forEach(row -> row.putNull(page.fields().createdAt()))));
    }

    /** The fourth row of each page has the id of the third one. */
    public static Deviation repeatedId() {
        return new Deviation("an id twice", DeviationEffect.onPage((page, request) -> {
            List<ObjectNode> rows = page.rows();
            if (rows.size() > 4) {
                String id = page.fields().id();
                rows.get(3).set(id, rows.get(2).path(id));
            }
        }));
    }

    private static JsonNode text(String text) {
        return JsonNodeFactory.instance.textNode(text);
    }

    /** A protocol with this deviation. */
    ProviderProtocol applyTo(ProviderProtocol protocol) {
        Optional<DescribedProtocol> described =
                protocol instanceof DescribedProtocol known ? Optional.of(known) : Optional.empty();
        return described
                .filter(known -> applies.test(known.fields()))
                .map(known -> new DeviatingProtocol(known, effect))
                .orElseThrow(() -> new IllegalArgumentException(name + " does not apply to this sandbox"));
    }

    /** The name of the deviation. */
    @Override
    public String toString() {
        return "Deviation[" + name + "]";
    }
}
