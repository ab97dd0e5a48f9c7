package dev.callist.testkit.internal.signalwire;

import dev.callist.testkit.SandboxCall;
import dev.callist.testkit.internal.calls.ListedCalls;
import dev.callist.testkit.internal.laml.LamlListRequest;
import dev.callist.testkit.internal.laml.LamlPosition;
import dev.callist.testkit.internal.server.QueryParameters;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Reads a request for the voice log. */
final class VoiceLogRequest {
    static final String INCLUDE_DELETED = "include_deleted";
    static final String NUMBER = "page_number";
    static final String SIZE = "page_size";
    static final String TOKEN = "page_token";

    private static final int DEFAULT_SIZE = 50;
    private static final int LARGEST_SIZE = 1_000;
    private static final int LARGEST_NUMBER = 999_999_999;
    private static final int LONGEST = 255;

    private final QueryParameters asked;
    private final Map<String, String> filters = new LinkedHashMap<>();
    private final List<Predicate<SandboxCall>> tests = new ArrayList<>();

    private VoiceLogRequest(QueryParameters asked) {
        this.asked = asked;
    }

    static LamlListRequest of(QueryParameters asked, ListedCalls calls, Predicate<SandboxCall> isDeleted) {
        VoiceLogRequest request = new VoiceLogRequest(asked);
        request.deleted(isDeleted);
        request.day("created_before", LocalDate::isBefore);
        request.day("created_on", LocalDate::equals);
        request.day("created_after", (created, day) -> !created.isBefore(day));
        return request.at(calls);
    }

    private LamlListRequest at(ListedCalls calls) {
        int number = (int) asked.number(NUMBER, 0, LARGEST_NUMBER).orElse(0);
        LamlPosition place = new LamlPosition(
                number, asked.text(TOKEN, LONGEST).map(text -> LamlPosition.read(text, new VoiceLogIds(), calls)
                        .orElseThrow(() -> new QueryParameters.Invalid(TOKEN, "was not given out by this list"))));
        if (number > 0 && place.token().isEmpty()) {
            throw new QueryParameters.Invalid(TOKEN, "is needed with a page number");
        }
        int size = (int) asked.number(SIZE, 1, LARGEST_SIZE).orElse(DEFAULT_SIZE);
        return new LamlListRequest(size, place, filters, tests);
    }

    private void deleted(Predicate<SandboxCall> isDeleted) {
        boolean isIncluded = asked.word(INCLUDE_DELETED, Set.of("true", "false"))
                .filter(word -> word.equals("true"))
                .isPresent();
        if (isIncluded) {
            filters.put(INCLUDE_DELETED, "true");
        } else {
            tests.add(isDeleted.negate());
        }
    }

    /** Days are days in UTC. */
    private void day(String name, BiPredicate<LocalDate, LocalDate> test) {
        asked.text(name, LONGEST).ifPresent(text -> {
            LocalDate day = read(name, text);
            filters.put(name, text);
            tests.add(call -> test.test(LocalDate.ofInstant(call.createdAt(), ZoneOffset.UTC), day));
        });
    }

    private static LocalDate read(String name, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new QueryParameters.Invalid(name, "must be a day");
        }
    }
}
