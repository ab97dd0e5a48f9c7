package dev.callist;

import dev.callist.internal.text.PhoneNumbers;
import java.util.Optional;
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

    /** Whether a call satisfies this filter of a query that sets it. */
    boolean matches(CallQuery query, Call call) {
        return switch (this) {
            case CREATED_FROM -> both(call.createdAt(), query.createdFrom(), (at, from) -> !at.isBefore(from));
            case CREATED_BEFORE -> both(call.createdAt(), query.createdBefore(), (at, end) -> at.isBefore(end));
            case DIRECTION -> query.direction().equals(Optional.of(call.direction()));
            case STATUSES -> query.statuses().contains(call.status());
            case FROM -> both(call.from(), query.from(), QueryFilter::isParty);
            case TO -> both(call.to(), query.to(), QueryFilter::isParty);
            case PARTY ->
                both(call.from(), query.party(), QueryFilter::isParty)
                        || both(call.to(), query.party(), QueryFilter::isParty);
            case MIN_DURATION -> both(call.duration(), query.minDuration(), (is, least) -> is.compareTo(least) >= 0);
            case MAX_DURATION -> both(call.duration(), query.maxDuration(), (is, most) -> is.compareTo(most) <= 0);
            case TAGS ->
                query.tags().stream().allMatch(tag -> call.tags().stream().anyMatch(tag::equalsIgnoreCase));
        };
    }

    /** Whether a call that does not match might match if its unreadable fields and incomplete numbers were known. */
    boolean isUnclear(CallQuery query, Call call) {
        boolean hasProblems = !call.problems().isEmpty();
        return switch (this) {
            case CREATED_FROM, CREATED_BEFORE -> hasProblems && call.createdAt().isEmpty();
            case DIRECTION -> hasProblems && call.providerDirection().isEmpty();
            case STATUSES -> hasProblems && call.providerStatus().isEmpty();
            case FROM -> call.from().map(party -> mayBe(party, query.from())).orElse(hasProblems);
            case TO -> call.to().map(party -> mayBe(party, query.to())).orElse(hasProblems);
            case PARTY ->
                call.from().map(party -> mayBe(party, query.party())).orElse(hasProblems)
                        || call.to().map(party -> mayBe(party, query.party())).orElse(hasProblems);
            case MIN_DURATION, MAX_DURATION -> hasProblems && call.duration().isEmpty();
            case TAGS -> hasProblems;
        };
    }

    /** Whether a number without a country code may be the end of the requested number. */
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
        Optional<String> number = PhoneNumbers.comparable(asked);
        return number.isPresent() && number.equals(party.comparableNumber());
    }

    private static <A, B> boolean both(Optional<A> field, Optional<B> asked, BiPredicate<A, B> test) {
        return field.isPresent() && asked.isPresent() && test.test(field.get(), asked.get());
    }
}
