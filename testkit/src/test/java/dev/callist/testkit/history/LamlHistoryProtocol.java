package dev.callist.testkit.history;

import dev.callist.CallStatus;
import dev.callist.testkit.SandboxRequest;
import dev.callist.testkit.history.History.Mood;
import dev.callist.testkit.internal.laml.LamlDialect;
import dev.callist.testkit.internal.laml.LamlTime;
import dev.callist.testkit.internal.signalwire.SignalWireDialect;
import dev.callist.testkit.internal.twilio.TwilioDialect;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The lists of SignalWire and Twilio. In some histories the server refuses a page token whose row has been removed.
 *
 * @param numbersAreText whether a duration is a text
 */
public record LamlHistoryProtocol(LamlDialect dialect, boolean numbersAreText) implements TokenHistoryProtocol {
    private static final String TOKEN = "PageToken";
    private static final String PLACE = "PA";

    public static LamlHistoryProtocol signalWire() {
        return new LamlHistoryProtocol(new SignalWireDialect(), false);
    }

    public static LamlHistoryProtocol twilio() {
        return new LamlHistoryProtocol(new TwilioDialect(), true);
    }

    @Override
    public Optional<String> token(SandboxRequest request) {
        return request.queryParameter(TOKEN).map(text -> text.substring(PLACE.length()));
    }

    @Override
    public boolean selectsByTime() {
        return false;
    }

    @Override
    public Set<Mood> movements() {
        return EnumSet.of(Mood.EXPIRY_AT_RESUME, Mood.REPEATED_TOKENS, Mood.SPLITS);
    }

    @Override
    public Given page(SandboxRequest request, ListSnapshot moment, Optional<String> token) {
        Optional<String> status = request.queryParameter("Status");
        int size = Integer.parseInt(request.queryParameter("PageSize").orElseThrow());
        int number = Integer.parseInt(request.queryParameter("Page").orElse("0"));
        int place = token.map(ListSnapshot::place).orElse(0);
        if (place > 0 && refusesTokensOfRemovedRows(moment.history())) {
            ListedCall row = moment.list().rows().get(moment.list().indexOf(place));
            if (row.isGone()) {
                return Given.refused(400);
            }
        }
        Predicate<ListedCall> started = started(request);
        ListSnapshot.Tied page = moment.after(
                place,
                size,
                row -> started.test(row) && status.orElse(status(row)).equals(status(row)));
        int following = page.isRepeated() ? number : number + 1;
        String next = page.next()
                .map(key -> "\"" + dialect.list() + "?Page=" + following + "&PageSize=" + size + "&PageToken=" + PLACE
                        + moment.token(key, page, token) + "\"")
                .orElse("null");
        return Given.json(page.rows(), "{\"calls\":" + rows(page.rows()) + ",\"next_page_uri\":" + next + "}");
    }

    private Predicate<ListedCall> started(SandboxRequest request) {
        Optional<Instant> from =
                request.queryParameter("StartTime>").flatMap(dialect::time).map(LamlDialect.TimeSpan::first);
        Optional<Instant> end =
                request.queryParameter("StartTime<").flatMap(dialect::time).map(LamlDialect.TimeSpan::first);
        return row -> from.filter(row.start()::isBefore).isEmpty()
                && end.filter(row.start()::isAfter).isEmpty();
    }

    /** Whether the server refuses page tokens whose row has been removed. */
    static boolean refusesTokensOfRemovedRows(History history) {
        return history.has(Mood.EXPIRY);
    }

    private String rows(List<ListedCall> rows) {
        return rows.stream()
                .map(row -> "{"
                        + (row.hasId() ? "\"sid\":\"" + row.id() + "\"," : "")
                        + (row.isDated() ? "\"date_created\":\"" + LamlTime.text(row.at()) + "\"," : "")
                        + "\"start_time\":\"" + LamlTime.text(row.start()) + "\","
                        + "\"direction\":\"" + (row.isOutbound() ? "outbound-api" : "inbound") + "\",\"status\":\""
                        + status(row) + "\",\"duration\":" + duration(row) + "}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private String duration(ListedCall row) {
        return numbersAreText ? "\"" + row.seconds() + "\"" : Long.toString(row.seconds());
    }

    /** SignalWire's and Twilio's word for a status. */
    static String status(ListedCall row) {
        if (row.status() == CallStatus.COMPLETED) {
            return "completed";
        }
        return row.status() == CallStatus.IN_PROGRESS ? "in-progress" : "no-answer";
    }
}
