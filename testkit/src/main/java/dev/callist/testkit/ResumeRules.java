package dev.callist.testkit;

import static dev.callist.testkit.ContractSubject.ids;
import static dev.callist.testkit.ContractSubject.pagesOf;
import static dev.callist.testkit.ContractSubject.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callist.CallDirection;
import dev.callist.CallIterator;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallQuery;
import dev.callist.ResumePoint;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Going on, in another process, right after any call. */
interface ResumeRules extends ContractSubject {
    @Test
    default void resumesAfterAnyCall() {
        try (Trial trial = trial(23)) {
            for (int handed = 0; handed <= 23; handed++) {
                String printed = pointAfter(trial, handed);
                assertThat(ids(trial.lister().resume(pagesOf(10), ResumePoint.parse(printed))))
                        .as("after %d calls", handed)
                        .isEqualTo(ids(trial.sandbox(), handed, 23));
            }
        }
    }

    @Test
    default void resumesAResumedWalk() {
        try (Trial trial = trial(23)) {
            CallIterator second = trial.lister()
                    .resume(pagesOf(10), ResumePoint.parse(pointAfter(trial, 7)))
                    .iterator();
            assertThat(second.resumePoint()).hasToString(pointAfter(trial, 7));
            take(second, 1);
            assertThat(ids(trial.lister().resume(pagesOf(10), second.resumePoint())))
                    .isEqualTo(ids(trial.sandbox(), 8, 23));
        }
    }

    @Test
    default void limitsAResumedWalkAnew() {
        try (Trial trial = trial(23)) {
            ResumePoint point = ResumePoint.parse(pointAfter(trial, 9));
            assertThat(ids(trial.lister().resume(pagesOf(10), point).limit(4))).isEqualTo(ids(trial.sandbox(), 9, 13));
        }
    }

    @Test
    default void requestsNothingWhenNothingRemains() {
        try (Trial trial = trial(5)) {
            CallIterator walk = trial.lister().list(pagesOf(2)).iterator();
            take(walk, 5);
            assertThat(walk.hasNext()).isFalse();
            int requests = trial.sandbox().requestCount();
            assertThat(trial.lister().resume(pagesOf(2), walk.resumePoint())).isEmpty();
            assertThat(trial.sandbox().requestCount()).isEqualTo(requests);
        }
    }

    @Test
    default void refusesThePlaceOfAnotherQuery() {
        try (Trial trial = trial(23)) {
            ResumePoint point = ResumePoint.parse(pointAfter(trial, 3));
            int requests = trial.sandbox().requestCount();
            CallQuery other =
                    CallQuery.builder().direction(CallDirection.INBOUND).build();
            refuses(() -> trial.lister().resume(other, point));
            assertThat(trial.sandbox().requestCount()).isEqualTo(requests);
        }
    }

    @Test
    default void refusesThePlaceOfAnotherServer() {
        try (Trial here = trial(23);
                Trial there = trial(23)) {
            ResumePoint point = ResumePoint.parse(pointAfter(here, 3));
            refuses(() -> there.lister().resume(pagesOf(10), point));
            assertThat(there.sandbox().requestCount()).isZero();
        }
    }

    @Test
    default void refusesATextThatWasCutOrChanged() {
        try (Trial trial = trial(23)) {
            String printed = pointAfter(trial, 3);
            refuses(() -> ResumePoint.parse(printed.substring(0, printed.length() - 1)));
            refuses(() -> ResumePoint.parse(""));
            for (int i = 0; i < printed.length(); i++) {
                char other = printed.charAt(i) == 'A' ? 'B' : 'A';
                String changed = printed.substring(0, i) + other + printed.substring(i + 1);
                refuses(() -> ResumePoint.parse(changed));
            }
        }
    }

    private static void refuses(ThrowingCallable attempt) {
        assertThatThrownBy(attempt).isInstanceOfSatisfying(CallListException.class, e -> assertThat(e.kind())
                .isEqualTo(Kind.INVALID_RESUME_POINT));
    }

    private static String pointAfter(Trial trial, int calls) {
        CallIterator walk = trial.lister().list(pagesOf(10)).readAhead(0).iterator();
        take(walk, calls);
        return walk.resumePoint().toString();
    }
}
