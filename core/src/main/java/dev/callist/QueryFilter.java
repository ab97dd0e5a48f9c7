package dev.callist;

import dev.callist.CallQuery.Match;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/** A neutral filter of a {@link CallQuery}, with one meaning for every provider. */
public enum QueryFilter {
    /** {@link CallQuery#createdFrom()}. */
    CREATED_FROM,
    /** {@link CallQuery#createdBefore()}. */
    CREATED_BEFORE,
    /** {@link CallQuery#direction()}. */
    DIRECTION,
    /** {@link CallQuery#statuses()}. */
    STATUSES,
    /** {@link CallQuery#from()}. */
    FROM,
    /** {@link CallQuery#to()}. */
    TO,
    /** {@link CallQuery#party()}. */
    PARTY,
    /** {@link CallQuery#minDuration()}. */
    MIN_DURATION,
    /** {@link CallQuery#maxDuration()}. */
    MAX_DURATION,
    /** {@link CallQuery#tags()}. */
    TAGS;

    /** Whether a query sets this filter. */
    boolean isSetIn(CallQuery query) {
        return switch (this) {
            case CREATED_FROM -> query.createdFrom().isPresent();
            case CREATED_BEFORE -> query.createdBefore().isPresent();
            case DIRECTION -> query.direction().isPresent();
            case STATUSES -> !query.statuses().isEmpty();
            case FROM -> query.from().isPresent();
            case TO -> query.to().isPresent();
            case PARTY -> query.party().isPresent();
            case MIN_DURATION -> query.minDuration().isPresent();
            case MAX_DURATION -> query.maxDuration().isPresent();
            case TAGS -> !query.tags().isEmpty();
        };
    }

    /**
     * Whether a call satisfies this filter of a query that sets it. That is UNCLEAR if the call lacks the value, or has
     * one that cannot be compared.
     */
    Match match(CallQuery query, Call call) {
        return switch (this) {
            case CREATED_FROM -> compared(call.createdAt(), query.createdFrom(), (at, from) -> !at.isBefore(from));
            case CREATED_BEFORE -> compared(call.createdAt(), query.createdBefore(), Instant::isBefore);
            case DIRECTION ->
                known(
                        query.direction().equals(Optional.of(call.direction())),
                        call.direction() != CallDirection.UNKNOWN);
            case STATUSES -> known(query.statuses().contains(call.status()), call.status() != CallStatus.UNKNOWN);
            case FROM -> party(call.from(), query.from());
            case TO -> party(call.to(), query.to());
            case PARTY -> either(party(call.from(), query.party()), party(call.to(), query.party()));
            case MIN_DURATION ->
                compared(call.duration(), query.minDuration(), (is, least) -> is.compareTo(least) >= 0);
            case MAX_DURATION -> compared(call.duration(), query.maxDuration(), (is, most) -> is.compareTo(most) <= 0);
            case TAGS -> known(hasTags(call, query.tags()), call.problems().isEmpty());
        };
    }

    private static <T> Match compared(Optional<T> field, Optional<T> asked, BiPredicate<T, T> test) {
        return field.flatMap(is -> asked.map(bound -> known(test.test(is, bound), true)))
                .orElse(Match.UNCLEAR);
    }

    /** Whether a value matches, or might if it were known. */
    private static Match known(boolean matches, boolean isKnown) {
        if (matches) {
            return Match.YES;
        }
        return isKnown ? Match.NO : Match.UNCLEAR;
    }

    private static Match party(Optional<CallParty> party, Optional<String> asked) {
        return party.flatMap(is -> asked.map(is::match)).orElse(Match.UNCLEAR);
    }

    private static Match either(Match one, Match other) {
        if (one == Match.YES || other == Match.YES) {
            return Match.YES;
        }
        return one == Match.UNCLEAR ? one : other;
    }

    private static boolean hasTags(Call call, Set<String> asked) {
        return asked.stream().allMatch(tag -> call.tags().stream().anyMatch(tag::equalsIgnoreCase));
    }
}
