package dev.callist.testkit.internal.laml;

import dev.callist.CallParty;
import dev.callist.testkit.SandboxCall;
import dev.callist.testkit.internal.calls.ListedCalls;
import dev.callist.testkit.internal.server.QueryParameters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A request for the list.
 *
 * @param pageSize the most rows
 * @param place the position of the page
 * @param filters the filters as they were sent, for the links
 * @param tests what they mean
 */
public record LamlListRequest(
        int pageSize, LamlPosition place, Map<String, String> filters, List<Predicate<SandboxCall>> tests) {
    static final String TOKEN = "PageToken";

    private static final int DEFAULT_PAGE = 50;
    private static final int MOST = 1_000;
    private static final int MAX_PAGES = 999_999_999;
    private static final int LONGEST = 255;

    static LamlListRequest of(QueryParameters asked, ListedCalls calls, LamlDialect dialect) {
        Reader reader = new Reader(asked, dialect);
        reader.word("Status");
        reader.text("From", SandboxCall::from);
        reader.text("To", SandboxCall::to);
        reader.parent("ParentCallSid");
        for (String moment : List.of("StartTime", "StartTime<", "StartTime>")) {
            reader.instant(moment, LamlWords::startTime);
        }
        for (String moment : List.of("EndTime", "EndTime<", "EndTime>")) {
            reader.instant(moment, SandboxCall::endedAt);
        }
        int page = (int) asked.number("Page", 0, MAX_PAGES).orElse(0);
        return new LamlListRequest(
                (int) asked.number("PageSize", 1, MOST).orElse(DEFAULT_PAGE),
                new LamlPosition(page, asked.text(TOKEN, LONGEST).map(text -> token(text, calls, dialect))),
                reader.filters,
                reader.tests);
    }

    boolean wants(SandboxCall call) {
        for (Predicate<SandboxCall> test : tests) {
            if (!test.test(call)) {
                return false;
            }
        }
        return true;
    }

    private static LamlPosition.Token token(String text, ListedCalls calls, LamlDialect dialect) {
        return LamlPosition.read(text, dialect, calls)
                .orElseThrow(() -> new QueryParameters.Invalid(TOKEN, "was not given out by this list"));
    }

    /** Reads filters one by one and keeps both their texts and their meanings. */
    private static final class Reader {
        private final QueryParameters asked;
        private final LamlDialect dialect;
        private final Map<String, String> filters = new LinkedHashMap<>();
        private final List<Predicate<SandboxCall>> tests = new ArrayList<>();

        Reader(QueryParameters asked, LamlDialect dialect) {
            this.asked = asked;
            this.dialect = dialect;
        }

        void word(String name) {
            asked.word(name, LamlWords.STATUSES)
                    .ifPresent(word ->
                            add(name, word, call -> LamlWords.status(call).equals(word)));
        }

        void text(String name, Function<SandboxCall, CallParty> party) {
            asked.text(name, LONGEST)
                    .ifPresent(text ->
                            add(name, text, call -> party.apply(call).address().equals(text)));
        }

        void parent(String name) {
            asked.text(name, LONGEST)
                    .ifPresent(text -> add(name, text, call -> call.parentId()
                            .map(dialect::sid)
                            .equals(Optional.of(text))));
        }

        void instant(String name, Function<SandboxCall, Optional<Instant>> moment) {
            asked.text(name, LONGEST).ifPresent(text -> {
                LamlDialect.TimeSpan wanted =
                        dialect.time(text).orElseThrow(() -> new QueryParameters.Invalid(name, "must be a date"));
                add(name, text, call -> moment.apply(call)
                        .map(LamlTime::seconds)
                        .filter(at -> holds(name, at, wanted))
                        .isPresent());
            });
        }

        private static boolean holds(String name, Instant at, LamlDialect.TimeSpan wanted) {
            return switch (name.charAt(name.length() - 1)) {
                case '<' -> !at.isAfter(wanted.first());
                case '>' -> !at.isBefore(wanted.first());
                default -> !at.isBefore(wanted.first()) && !at.isAfter(wanted.last());
            };
        }

        private void add(String name, String text, Predicate<SandboxCall> test) {
            filters.put(name, text);
            tests.add(test);
        }
    }
}
