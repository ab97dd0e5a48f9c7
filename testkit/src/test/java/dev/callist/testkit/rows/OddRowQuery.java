package dev.callist.testkit.rows;

import dev.callist.CallDirection;
import dev.callist.CallQuery;
import dev.callist.CallQueryBuilder;
import dev.callist.CallStatus;
import dev.callist.QueryFilter;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** A random query, and what each of its filters means for a row. */
final class OddRowQuery {
    private static final int[] PAGES = {3, 5, 7, 10, 20, 100};

    private final CallQueryBuilder query = CallQuery.builder();
    private final Map<QueryFilter, Function<OddRow, Verdict>> meanings = new EnumMap<>(QueryFilter.class);
    private final Dice dice;

    OddRowQuery(CallTruth example, CallTruth other, RowProtocol protocol, Dice dice) {
        this.dice = dice;
        query.pageSize(PAGES[dice.below(PAGES.length)]);
        if (dice.percent(30)) {
            window(example.createdAt(), other.createdAt());
        }
        if (dice.percent(20)) {
            CallDirection direction = example.direction();
            query.direction(direction);
            meanings.put(QueryFilter.DIRECTION, row -> row.direction().judge(direction::equals));
        }
        if (dice.percent(20)) {
            statuses(example, protocol);
        }
        if (dice.percent(15)) {
            query.from(asked(example.from()));
            meanings.put(QueryFilter.FROM, row -> example.from().judge(row.from()));
        }
        if (dice.percent(15)) {
            query.to(asked(example.to()));
            meanings.put(QueryFilter.TO, row -> example.to().judge(row.to()));
        }
        if (dice.percent(15)) {
            Party either = dice.oneOf(example.from(), example.to());
            query.party(asked(either));
            meanings.put(QueryFilter.PARTY, row -> either.judge(row.from()).or(either.judge(row.to())));
        }
        if (dice.percent(20)) {
            durations(example.duration());
        }
        if (protocol.hasTags() && dice.percent(15)) {
            String tag = dice.oneOf(Tags.ALL);
            query.addTags(dice.oneOf(tag, tag.toUpperCase(Locale.ROOT)));
            meanings.put(QueryFilter.TAGS, row -> row.tags().judge(tags -> tags.contains(tag)));
        }
    }

    private void window(Instant one, Instant other) {
        Instant from = (one.isBefore(other) ? one : other).plusMillis(dice.oneOf(0, 0, 1, -1, -86_400_000));
        Instant before = (one.isBefore(other) ? other : one).plusMillis(dice.oneOf(2, 1_000, 60_000));
        int ends = dice.below(3);
        if (ends != 0) {
            query.createdFrom(from);
            meanings.put(QueryFilter.CREATED_FROM, row -> row.createdAt().judge(at -> !at.isBefore(from)));
        }
        if (ends != 1) {
            query.createdBefore(before);
            meanings.put(QueryFilter.CREATED_BEFORE, row -> row.createdAt().judge(at -> at.isBefore(before)));
        }
    }

    private void statuses(CallTruth example, RowProtocol protocol) {
        Set<CallStatus> statuses = new TreeSet<>(Set.of(example.status()));
        if (dice.percent(20)) {
            statuses.add(dice.oneOf(protocol.statuses()));
        }
        query.addAllStatuses(statuses);
        meanings.put(QueryFilter.STATUSES, row -> row.status().judge(statuses::contains));
    }

    private void durations(Duration near) {
        int ends = dice.below(3);
        Duration least = near.minusSeconds(Math.min(near.toSeconds(), dice.below(5)));
        Duration most = near.plusMillis(dice.below(600_000));
        if (ends != 0) {
            query.minDuration(least);
            meanings.put(QueryFilter.MIN_DURATION, row -> row.duration().judge(lasted -> lasted.compareTo(least) >= 0));
        }
        if (ends != 1) {
            query.maxDuration(most);
            meanings.put(QueryFilter.MAX_DURATION, row -> row.duration().judge(lasted -> lasted.compareTo(most) <= 0));
        }
    }

    /** A party as a person may write it. */
    private String asked(Party party) {
        return party.number()
                .filter(any -> dice.percent(30))
                .map(number -> Parties.asNumber(number, dice))
                .orElse(party.address());
    }

    CallQuery query() {
        return query.build();
    }

    boolean hasTags() {
        return meanings.containsKey(QueryFilter.TAGS);
    }

    /** Whether a row satisfies the query. */
    Verdict judge(OddRow row) {
        return meanings.values().stream().map(meaning -> meaning.apply(row)).reduce(Verdict.YES, Verdict::and);
    }

    /** Whether a row satisfies those filters that the server applies. It compares addresses as they are written. */
    Verdict judgeOnServer(OddRow row, Set<QueryFilter> served) {
        CallQuery asked = query.build();
        return served.stream()
                .map(filter -> switch (filter) {
                    case FROM -> row.from().judge(party -> asked.from().equals(Optional.of(party.address())));
                    case TO -> row.to().judge(party -> asked.to().equals(Optional.of(party.address())));
                    default -> Objects.requireNonNull(meanings.get(filter)).apply(row);
                })
                .reduce(Verdict.YES, Verdict::and);
    }
}
