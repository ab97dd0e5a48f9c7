package dev.callist.testkit.rows;

import dev.callist.Call;
import dev.callist.CallDirection;
import dev.callist.CallStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A row of a list, and what it says.
 *
 * @param json the row as it is sent, one char for each byte
 * @param madeAt when the call was made, which decides its place in the list
 * @param isShown whether the server shows it although it does not know whether it matches a filter of its own
 */
record OddRow(
        String json,
        Reading<String> id,
        Reading<Instant> createdAt,
        Reading<CallDirection> direction,
        Reading<CallStatus> status,
        Reading<Party> from,
        Reading<Party> to,
        Reading<Duration> duration,
        Reading<Set<String>> tags,
        Instant madeAt,
        boolean isShown) {
    /** A row that is not a call. */
    static OddRow notACall(String json) {
        return new OddRow(
                json,
                Reading.none(),
                Reading.none(),
                Reading.none(),
                Reading.none(),
                Reading.none(),
                Reading.none(),
                Reading.none(),
                Reading.none(),
                Instant.EPOCH,
                true);
    }

    OddRow withJson(String text) {
        return new OddRow(text, id, createdAt, direction, status, from, to, duration, tags, madeAt, isShown);
    }

    /** This row, with other readings of its parties. */
    OddRow withParties(Reading<Party> caller, Reading<Party> callee) {
        return new OddRow(json, id, createdAt, direction, status, caller, callee, duration, tags, madeAt, isShown);
    }

    /** This row, with other readings of its time and duration. */
    OddRow withTimes(Reading<Instant> created, Reading<Duration> lasted) {
        return new OddRow(json, id, created, direction, status, from, to, lasted, tags, madeAt, isShown);
    }

    boolean isCall() {
        return id.value().isPresent();
    }

    /** A field of the call that the row does not say; absent if there is none. */
    Optional<String> invention(Call call) {
        if (!createdAt.allows(call.createdAt())) {
            return Optional.of("createdAt");
        }
        if (!direction.allows(known(call.direction(), CallDirection.UNKNOWN))) {
            return Optional.of("direction");
        }
        if (!status.allows(known(call.status(), CallStatus.UNKNOWN))) {
            return Optional.of("status");
        }
        return duration.allows(call.duration()) ? Optional.empty() : Optional.of("duration");
    }

    private static <T> Optional<T> known(T value, T unknown) {
        return value.equals(unknown) ? Optional.empty() : Optional.of(value);
    }
}
