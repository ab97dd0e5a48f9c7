package dev.callist.testkit;

import dev.callist.AnsweredBy;
import dev.callist.CallDirection;
import dev.callist.CallParty;
import dev.callist.CallStatus;
import dev.callist.Money;
import dev.callist.testkit.internal.calls.SandboxCalls;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One call of the deterministic set that every {@link Sandbox} serves, before a provider's protocol formats it.
 * Determined by its index alone, or with {@link ChangingCalls} by index and time; all phone numbers are reserved for
 * fiction.
 *
 * @param index the index in the unfiltered list, 0 the newest; with {@link ChangingCalls} a number that stays the
 *     call's own
 * @param id the call's id; a provider whose ids are not UUIDs shows another, {@link Sandbox#id}
 * @param parentId the id of the call that this one is a leg of
 * @param direction which way the call went
 * @param status the call's state
 * @param from who called; phone numbers in E.164 form with their country, even if a provider shows less
 * @param to who was called, likewise
 * @param createdAt strictly older than the previous call's, to the millisecond
 * @param updatedAt when the record last changed
 * @param ringingAt when it began to ring
 * @param answeredAt when it was answered; present on some calls that were not answered, as with real providers
 * @param endedAt when it ended
 * @param duration whole seconds, zero when the call was not answered; absent until it has ended
 * @param answeredBy whether a person or a machine answered, if the provider detected it
 * @param price what it cost, shown by providers that have prices; absent until it is rated
 * @param tags the tags on it
 */
public record SandboxCall(
        int index,
        UUID id,
        Optional<UUID> parentId,
        CallDirection direction,
        CallStatus status,
        CallParty from,
        CallParty to,
        Instant createdAt,
        Instant updatedAt,
        Optional<Instant> ringingAt,
        Optional<Instant> answeredAt,
        Optional<Instant> endedAt,
        Optional<Duration> duration,
        Optional<AnsweredBy> answeredBy,
        Optional<Money> price,
        List<String> tags) {
    /** Copies the tags. */
    public SandboxCall {
        tags = List.copyOf(tags);
    }

    /**
     * The call at an index.
     *
     * @param index 0 or more
     */
    public static SandboxCall at(int index) {
        return SandboxCalls.at(index);
    }

    /** This call, created at another time. */
    public SandboxCall movedTo(Instant time) {
        Duration by = Duration.between(createdAt, time);
        return new SandboxCall(
                index,
                id,
                parentId,
                direction,
                status,
                from,
                to,
                time,
                updatedAt.plus(by),
                ringingAt.map(at -> at.plus(by)),
                answeredAt.map(at -> at.plus(by)),
                endedAt.map(at -> at.plus(by)),
                duration,
                answeredBy,
                price,
                tags);
    }

    /** The index, the id and the status. */
    @Override
    public String toString() {
        return "SandboxCall[" + index + ", " + id + ", " + status + "]";
    }
}
