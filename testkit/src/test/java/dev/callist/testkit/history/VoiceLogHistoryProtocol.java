package dev.callist.testkit.history;

import dev.callist.testkit.SandboxRequest;
import dev.callist.testkit.history.History.Mood;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** SignalWire's voice log, with days of any zone, which may include or exclude the day that is named. */
public final class VoiceLogHistoryProtocol implements TokenHistoryProtocol {
    private static final String TOKEN = "page_token";
    private static final String PLACE = "PA";

    @Override
    public Optional<String> token(SandboxRequest request) {
        return request.queryParameter(TOKEN).map(text -> text.substring(PLACE.length()));
    }

    @Override
    public Set<Mood> movements() {
        return EnumSet.of(Mood.SQL_NULLS, Mood.EXPIRY_AT_RESUME, Mood.REPEATED_TOKENS);
    }

    @Override
    public Given page(SandboxRequest request, ListSnapshot moment, Optional<String> token) {
        int size = Integer.parseInt(request.queryParameter("page_size").orElseThrow());
        int number = Integer.parseInt(request.queryParameter("page_number").orElse("0"));
        int place = token.map(ListSnapshot::place).orElse(0);
        ListSnapshot.Tied page = moment.after(place, size, filter(request, moment));
        int following = page.isRepeated() ? number : number + 1;
        String next = page.next()
                .map(key -> ",\"next\":\"" + request.url().resolve("/api/voice/logs") + "?page_number=" + following
                        + "&page_size=" + size + "&page_token=" + PLACE + moment.token(key, page, token) + "\"")
                .orElse("");
        return Given.json(
                page.rows(),
                "{\"links\":{\"self\":\"" + request.url() + "\"" + next + "},\"data\":" + rows(page.rows()) + "}");
    }

    /** A day that is named is a day of the history's zone; whether it is included depends on the seed too. */
    private static Predicate<ListedCall> filter(SandboxRequest request, ListSnapshot moment) {
        long seed = moment.history().seed();
        ZoneOffset zone = ZoneOffset.ofHours((int) (seed % 27) - 12);
        boolean includesDays = seed / 27 % 2 == 0;
        Optional<LocalDate> after = request.queryParameter("created_after").map(LocalDate::parse);
        Optional<LocalDate> before = request.queryParameter("created_before").map(LocalDate::parse);
        boolean isBounded = after.isPresent() || before.isPresent();
        return row -> moment.passesBounds(row, isBounded)
                && after.filter(day -> day(row.at(), zone).isBefore(includesDays ? day : day.plusDays(1)))
                        .isEmpty()
                && before.filter(day -> day(row.at(), zone).isAfter(includesDays ? day : day.minusDays(1)))
                        .isEmpty();
    }

    private static LocalDate day(Instant at, ZoneOffset zone) {
        return LocalDate.ofInstant(at, zone);
    }

    private static String rows(List<ListedCall> rows) {
        return rows.stream()
                .map(row -> "{"
                        + (row.hasId() ? "\"id\":\"" + row.id() + "\"," : "")
                        + (row.isDated() ? "\"created_at\":\"" + row.at() + "\"," : "")
                        + "\"direction\":\"" + (row.isOutbound() ? "outbound" : "inbound") + "\",\"status\":\""
                        + LamlHistoryProtocol.status(row) + "\",\"duration\":" + row.seconds() + ",\"duration_ms\":"
                        + row.seconds() * 1000L
                        + "}")
                .collect(Collectors.joining(",", "[", "]"));
    }
}
