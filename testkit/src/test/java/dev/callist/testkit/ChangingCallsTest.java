package dev.callist.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callist.CallStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ChangingCallsTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Duration INTERVAL = Duration.ofMinutes(10);

    private final ChangingCalls calls = ChangingCalls.of(5, START, INTERVAL);

    @Test
    void dependsOnSeedAndTimeAlone() {
        Instant time = START.plus(Duration.ofDays(3));
        assertThat(calls.at(time))
                .hasSizeBetween(380, 432)
                .isEqualTo(ChangingCalls.of(5, START, INTERVAL).at(time));
        assertThat(ids(calls.at(time)))
                .doesNotContainAnyElementsOf(
                        ids(ChangingCalls.of(6, START, INTERVAL).at(time)));
    }

    @Test
    void hasTheSameCallsAfterALaterStart() {
        Instant time = START.plus(Duration.ofDays(3));
        Instant later = START.plus(Duration.ofHours(30));
        assertThat(ChangingCalls.of(5, later, INTERVAL).at(time))
                .isEqualTo(calls.at(time).stream()
                        .filter(call -> !call.createdAt().isBefore(later))
                        .toList());
    }

    @Test
    void hasNoCallBeforeTheStart() {
        assertThat(calls.at(START.minus(Duration.ofDays(1)))).isEmpty();
        assertThat(calls.at(START)).isEmpty();
    }

    @Test
    void listsCallsNewestFirstAndNoneFromTheFuture() {
        for (int hour = 0; hour < 60; hour++) {
            Instant time = START.plus(Duration.ofHours(hour));
            List<SandboxCall> listed = calls.at(time);
            assertThat(listed).allMatch(call -> !call.updatedAt().isAfter(time));
            for (int i = 1; i < listed.size(); i++) {
                assertThat(listed.get(i).createdAt()).isBefore(listed.get(i - 1).createdAt());
            }
        }
    }

    @Test
    void letsCallsRingAndEnd() {
        ChangingCalls many = ChangingCalls.of(5, START, Duration.ofSeconds(1));
        Set<CallStatus> seen = many.at(START.plus(Duration.ofHours(1))).stream()
                .map(SandboxCall::status)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(CallStatus.class)));
        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(
                        EnumSet.complementOf(EnumSet.of(CallStatus.SCHEDULED, CallStatus.UNKNOWN)));
    }

    @Test
    void changesEachCallInOrderAndSometimesLate() {
        Map<Integer, List<SandboxCall>> versions = new HashMap<>();
        Map<Integer, Instant> firstListed = new HashMap<>();
        Set<Integer> gone = new HashSet<>();
        Instant lastCreated = START.plus(Duration.ofDays(4));
        for (Instant time = START; time.isBefore(START.plus(Duration.ofDays(10))); time = time.plusSeconds(600)) {
            Instant now = time;
            Set<Integer> listed = new HashSet<>();
            for (SandboxCall call : calls.at(time)) {
                if (call.createdAt().isAfter(lastCreated)) {
                    continue;
                }
                listed.add(call.index());
                firstListed.putIfAbsent(call.index(), now);
                List<SandboxCall> known = versions.computeIfAbsent(call.index(), index -> new ArrayList<>());
                if (known.isEmpty() || !known.get(known.size() - 1).equals(call)) {
                    known.add(call);
                }
            }
            assertThat(listed).noneMatch(gone::contains);
            versions.keySet().stream().filter(index -> !listed.contains(index)).forEach(gone::add);
        }

        assertThat(versions.values()).allSatisfy(ChangingCallsTest::expectOrder);
        long latelyListed = versions.values().stream()
                .map(known -> known.get(0))
                .filter(call -> Objects.requireNonNull(firstListed.get(call.index()))
                        .isAfter(call.createdAt().plus(Duration.ofHours(3))))
                .count();
        long latelyEnded = count(versions, known -> endedAfter(known, Duration.ofHours(3)));
        long rated = count(versions, known -> isRatedAfterItsEnd(known));
        long corrected = count(
                versions,
                known -> known.stream().map(SandboxCall::duration).distinct().count() == 3);
        assertThat(List.of(latelyListed, latelyEnded, rated, corrected, (long) gone.size()))
                .allMatch(number -> number > 8 && number < versions.size() / 2);
        assertThat(count(versions, known -> endedAfter(known, Duration.ofDays(5).plusMinutes(20))))
                .isZero();
    }

    @Test
    void refusesAnIntervalOrAStartThatIsOutOfBounds() {
        assertThatThrownBy(() -> ChangingCalls.of(1, START, Duration.ofMillis(999)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("interval must be from 1 second to 1 day");
        assertThatThrownBy(() -> ChangingCalls.of(1, START, Duration.ofDays(2)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ChangingCalls.of(1, Instant.EPOCH, INTERVAL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("start must not be before 2020");
    }

    @Test
    void takesNoScriptedArrivals() {
        try (SearchSandbox sandbox = SearchSandbox.start(calls, ManualTime.startingAt(START), 0)) {
            assertThatThrownBy(() -> sandbox.arriveOn(1, 1)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void countsWhatIsListed() {
        ManualTime time = ManualTime.startingAt(START);
        try (BirdSandbox sandbox = BirdSandbox.start(calls, time, 0)) {
            assertThat(sandbox.calls()).isZero();
            time.advance(Duration.ofDays(1));
            assertThat(sandbox.calls()).isEqualTo(calls.at(time.now()).size()).isGreaterThan(100);
        }
    }

    private static List<UUID> ids(List<SandboxCall> calls) {
        return calls.stream().map(SandboxCall::id).toList();
    }

    private static void expectOrder(List<SandboxCall> versions) {
        for (int i = 1; i < versions.size(); i++) {
            SandboxCall before = versions.get(i - 1);
            SandboxCall after = versions.get(i);
            assertThat(after.updatedAt()).isAfter(before.updatedAt());
            assertThat(after.createdAt()).isEqualTo(before.createdAt());
            assertThat(after.id()).isEqualTo(before.id());
            if (before.status().isFinal()) {
                assertThat(after.status()).isEqualTo(before.status());
            }
        }
    }

    private static long count(Map<Integer, List<SandboxCall>> versions, Predicate<List<SandboxCall>> which) {
        return versions.values().stream().filter(which).count();
    }

    private static boolean endedAfter(List<SandboxCall> versions, Duration age) {
        return versions.size() > 1
                && versions.stream()
                        .filter(call -> call.status().isFinal())
                        .findFirst()
                        .filter(call ->
                                call.updatedAt().isAfter(call.createdAt().plus(age)))
                        .isPresent();
    }

    private static boolean isRatedAfterItsEnd(List<SandboxCall> versions) {
        return versions.stream()
                        .anyMatch(
                                call -> call.status().isFinal() && call.price().isEmpty())
                && versions.get(versions.size() - 1).price().isPresent();
    }
}
