package dev.callist.testkit.rows;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a row says about one field of a call.
 *
 * @param value the value; absent if the row does not say it, or says it in a way that no reader understands
 * @param isCertain whether every reader has to understand it
 */
record Reading<T>(Optional<T> value, boolean isCertain) {
    /** A value in a spelling that has one meaning. */
    static <T> Reading<T> certain(T value) {
        return new Reading<>(Optional.of(value), true);
    }

    /** A value that a reader may understand or not, but must not take for another. */
    static <T> Reading<T> likely(T value) {
        return new Reading<>(Optional.of(value), false);
    }

    /** No value. */
    static <T> Reading<T> none() {
        return new Reading<>(Optional.empty(), false);
    }

    /** This value, which a reader need not understand. */
    Reading<T> doubted() {
        return new Reading<>(value, false);
    }

    /** Whether the value satisfies a filter. */
    Verdict judge(Predicate<T> filter) {
        if (value.isEmpty()) {
            return Verdict.UNCLEAR;
        }
        boolean matches = filter.test(value.get());
        if (isCertain) {
            return matches ? Verdict.YES : Verdict.NO;
        }
        return matches ? Verdict.LIKELY : Verdict.UNLIKELY;
    }

    /** Whether a call may have this value, or none, after the row was read. */
    boolean allows(Optional<T> read) {
        return read.isPresent() ? value.equals(read) : !isCertain;
    }
}
