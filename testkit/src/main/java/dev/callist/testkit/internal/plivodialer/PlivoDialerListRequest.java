package dev.callist.testkit.internal.plivodialer;

import dev.callist.CallDirection;
import dev.callist.CallStatus;
import dev.callist.testkit.SandboxCall;
import dev.callist.testkit.internal.server.QueryParameters;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The filters of a request for the dialer's list.
 *
 * @param name the filters as text; empty without filters
 * @param all the conditions that a call must satisfy
 */
record PlivoDialerListRequest(String name, List<Predicate<SandboxCall>> all) {
    private static final int LONGEST = 1000;
    private static final Set<String> OTHER_TYPES = Set.of(
            "inbound_answered_within_sla",
            "inbound_answered_but_not_within_sla",
            "inbound_ivr_exit",
            "callback",
            "overflowed",
            "transfer",
            "warm_transfer",
            "out_of_business_hours",
            "short_abandoned",
            "automated_callback",
            "short_abandoned_distributed",
            "abandoned_distributed");
    private static final Map<String, Predicate<SandboxCall>> TYPES = Map.of(
            "all_inbound", PlivoDialerListRequest::isInbound,
            "inbound_answered", call -> isInbound(call) && isAnswered(call),
            "abandoned", call -> isInbound(call) && !isAnswered(call),
            "all_outbound", call -> !isInbound(call),
            "outbound_answered", call -> !isInbound(call) && isAnswered(call),
            "outbound_not_answered", call -> !isInbound(call) && !isAnswered(call));

    static PlivoDialerListRequest of(QueryParameters asked, PlivoDialerDays days) {
        List<String> names = new ArrayList<>();
        List<Predicate<SandboxCall>> all = new ArrayList<>();
        Filters filters = new Filters(asked, names, all);
        filters.day("dateFrom", days::isFrom);
        filters.day("dateTo", days::isTo);
        filters.ids("numberIds", call -> PlivoDialerRow.numberId(call));
        filters.ids("ringGroupId", call -> PlivoDialerRow.ringGroupId(call));
        filters.ids("ivrId", call -> PlivoDialerRow.ivrId(call));
        filters.ids("listId", call -> PlivoDialerRow.listId(call));
        filters.ids("agentId", call -> PlivoDialerRow.agentId(call));
        filters.ids("dispositionIds", call -> PlivoDialerRow.dispositionId(call));
        filters.ids("surveyIds", call -> 0L);
        filters.callType();
        return new PlivoDialerListRequest(String.join("&", names), List.copyOf(all));
    }

    boolean wants(SandboxCall call) {
        return all.stream().allMatch(filter -> filter.test(call));
    }

    private static boolean isInbound(SandboxCall call) {
        return call.direction() == CallDirection.INBOUND;
    }

    private static boolean isAnswered(SandboxCall call) {
        return call.status() == CallStatus.COMPLETED;
    }

    private record Filters(QueryParameters asked, List<String> names, List<Predicate<SandboxCall>> all) {
        void day(String name, BiPredicate<Instant, LocalDate> fits) {
            asked.text(name, LONGEST).ifPresent(text -> {
                LocalDate limit = date(name, text);
                add(name + "=" + text, call -> fits.test(call.createdAt(), limit));
            });
        }

        /** Any of several ids; 0 is the id of nothing. */
        void ids(String name, Function<SandboxCall, Long> of) {
            asked.text(name, LONGEST).ifPresent(text -> {
                if (!text.matches("\\d{1,18}(,\\d{1,18})*")) {
                    throw new QueryParameters.Invalid(name, "must be ids with commas between them");
                }
                Set<Long> ids =
                        Arrays.stream(text.split(",", -1)).map(Long::valueOf).collect(Collectors.toSet());
                add(name + "=" + text, call -> of.apply(call) != 0 && ids.contains(of.apply(call)));
            });
        }

        void callType() {
            asked.text("callType", LONGEST).ifPresent(word -> {
                if (!TYPES.containsKey(word) && !OTHER_TYPES.contains(word)) {
                    throw new QueryParameters.Invalid("callType", "must be one of the documented words");
                }
                add("callType=" + word, TYPES.getOrDefault(word, call -> false));
            });
        }

        private void add(String name, Predicate<SandboxCall> filter) {
            names.add(name);
            all.add(filter);
        }

        private static LocalDate date(String name, String text) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException e) {
                throw new QueryParameters.Invalid(name, "must be a day");
            }
        }
    }
}
