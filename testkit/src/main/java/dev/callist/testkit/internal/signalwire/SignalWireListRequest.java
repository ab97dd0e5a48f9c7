package dev.callist.testkit.internal.signalwire;

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
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A request for SignalWire's list.
 *
 * @param pageSize the most rows
 * @param place the position of the page
 * @param filters the filters as they were sent, for the links
 * @param tests what they mean
 */
record SignalWireListRequest(
        int pageSize, SignalWirePosition place, Map<String, String> filters, List<Predicate<SandboxCall>> tests) {
    static final String TOKEN = "PageToken";

    private static final int DEFAULT_PAGE = 50;
    private static final int MOST = 1_000;
    private static final int MOST_PAGES = 999_999_999;
    private static final int LONGEST = 255;

    static SignalWireListRequest of(QueryParameters asked, ListedCalls calls) {
        Reader reader = new Reader(asked);
        reader.word("Status");
        reader.text("From", SandboxCall::from);
        reader.text("To", SandboxCall::to);
        reader.parent("ParentCallSid");
        for (String moment : List.of("StartTime", "StartTime<", "StartTime>")) {
            reader.instant(moment, SignalWireWords::startTime);
        }
        for (String moment : List.of("EndTime", "EndTime<", "EndTime>")) {
            reader.instant(moment, SandboxCall::endedAt);
        }
        int page = (int) asked.number("Page", 0, MOST_PAGES).orElse(0);
        return new SignalWireListRequest(
                (int) asked.number("PageSize", 1, MOST).orElse(DEFAULT_PAGE),
                new SignalWirePosition(page, asked.text(TOKEN, LONGEST).map(text -> token(text, calls))),
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

    private static SignalWirePosition.Token token(String text, ListedCalls calls) {
        return SignalWirePosition.read(text)
                .filter(token -> token.belongsTo(calls))
                .orElseThrow(() -> new QueryParameters.Invalid(TOKEN, "was not given out by this list"));
    }

    /** Reads filters one by one and keeps both their texts and their meanings. */
    private static final class Reader {
        private final QueryParameters asked;
        private final Map<String, String> filters = new LinkedHashMap<>();
        private final List<Predicate<SandboxCall>> tests = new ArrayList<>();

        Reader(QueryParameters asked) {
            this.asked = asked;
        }

        void word(String name) {
            asked.word(name, SignalWireWords.STATUSES)
                    .ifPresent(word ->
                            add(name, word, call -> SignalWireWords.status(call).equals(word)));
        }

        void text(String name, Function<SandboxCall, CallParty> party) {
            asked.text(name, LONGEST)
                    .ifPresent(text ->
                            add(name, text, call -> party.apply(call).address().equals(text)));
        }

        void parent(String name) {
            asked.text(name, LONGEST)
                    .ifPresent(text -> add(name, text, call -> call.parentId()
                            .map(UUID::toString)
                            .equals(Optional.of(text))));
        }

        void instant(String name, Function<SandboxCall, Optional<Instant>> moment) {
            asked.text(name, LONGEST).ifPresent(text -> {
                Instant wanted = SignalWireTime.read(text)
                        .orElseThrow(() -> new QueryParameters.Invalid(name, "must be an RFC 2822 date"));
                add(name, text, call -> moment.apply(call)
                        .map(SignalWireTime::seconds)
                        .filter(at -> holds(name, at.compareTo(wanted)))
                        .isPresent());
            });
        }

        private static boolean holds(String name, int order) {
            return switch (name.charAt(name.length() - 1)) {
                case '<' -> order <= 0;
                case '>' -> order >= 0;
                default -> order == 0;
            };
        }

        private void add(String name, String text, Predicate<SandboxCall> test) {
            filters.put(name, text);
            tests.add(test);
        }
    }
}
