package dev.callist;

import dev.callist.internal.text.PhoneNumbers;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/** The meaning of a query's neutral filters, the same for every provider. */
final class CallFilter {
    private CallFilter() {}

    static Set<QueryFilter> namedIn(CallQuery query) {
        Set<QueryFilter> named = EnumSet.noneOf(QueryFilter.class);
        query.createdFrom().ifPresent(any -> named.add(QueryFilter.CREATED_FROM));
        query.createdBefore().ifPresent(any -> named.add(QueryFilter.CREATED_BEFORE));
        query.direction().ifPresent(any -> named.add(QueryFilter.DIRECTION));
        query.from().ifPresent(any -> named.add(QueryFilter.FROM));
        query.to().ifPresent(any -> named.add(QueryFilter.TO));
        query.minDuration().ifPresent(any -> named.add(QueryFilter.MIN_DURATION));
        query.maxDuration().ifPresent(any -> named.add(QueryFilter.MAX_DURATION));
        if (!query.statuses().isEmpty()) {
            named.add(QueryFilter.STATUSES);
        }
        if (!query.tags().isEmpty()) {
            named.add(QueryFilter.TAGS);
        }
        return named;
    }

    static boolean matches(CallQuery query, Call call) {
        for (QueryFilter filter : query.filters()) {
            if (!matches(filter, query, call)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a call that does not match might have, had its unreadable fields been read and its numbers been complete. */
    static boolean isUndecided(CallQuery query, Call call) {
        return query.filters().stream()
                .allMatch(filter -> matches(filter, query, call) || isUnclear(filter, query, call));
    }

    private static boolean matches(QueryFilter filter, CallQuery query, Call call) {
        return switch (filter) {
            case CREATED_FROM -> both(call.createdAt(), query.createdFrom(), (at, from) -> !at.isBefore(from));
            case CREATED_BEFORE -> both(call.createdAt(), query.createdBefore(), (at, end) -> at.isBefore(end));
            case DIRECTION -> query.direction().equals(Optional.of(call.direction()));
            case STATUSES -> query.statuses().contains(call.status());
            case FROM -> both(call.from(), query.from(), CallFilter::isParty);
            case TO -> both(call.to(), query.to(), CallFilter::isParty);
            case MIN_DURATION -> both(call.duration(), query.minDuration(), (is, least) -> is.compareTo(least) >= 0);
            case MAX_DURATION -> both(call.duration(), query.maxDuration(), (is, most) -> is.compareTo(most) <= 0);
            case TAGS -> call.tags().containsAll(query.tags());
        };
    }

    private static boolean isUnclear(QueryFilter filter, CallQuery query, Call call) {
        boolean hasProblems = !call.problems().isEmpty();
        return switch (filter) {
            case CREATED_FROM, CREATED_BEFORE -> hasProblems && call.createdAt().isEmpty();
            case DIRECTION -> hasProblems && call.providerDirection().isEmpty();
            case STATUSES -> hasProblems && call.providerStatus().isEmpty();
            case FROM -> call.from().map(party -> mayBe(party, query.from())).orElse(hasProblems);
            case TO -> call.to().map(party -> mayBe(party, query.to())).orElse(hasProblems);
            case MIN_DURATION, MAX_DURATION -> hasProblems && call.duration().isEmpty();
            case TAGS -> hasProblems;
        };
    }

    /** Whether a number without a country may be the end of the number asked for. */
    private static boolean mayBe(CallParty party, Optional<String> asked) {
        if (party.kind() != CallParty.Kind.PHONE || party.e164().isPresent()) {
            return false;
        }
        String digits = PhoneNumbers.digits(party.address()).replaceFirst("^0+", "");
        return asked.filter(number ->
                        number.startsWith("+") && PhoneNumbers.digits(number).endsWith(digits))
                .isPresent();
    }

    private static boolean isParty(CallParty party, String asked) {
        if (party.address().equals(asked)) {
            return true;
        }
        return asked.startsWith("+")
                && PhoneNumbers.e164(asked).equals(party.e164())
                && party.e164().isPresent();
    }

    private static <A, B> boolean both(Optional<A> field, Optional<B> asked, BiPredicate<A, B> test) {
        return field.isPresent() && asked.isPresent() && test.test(field.get(), asked.get());
    }
}
