package dev.callist.testkit.queries;

import dev.callist.Call;
import dev.callist.CallDirection;
import dev.callist.CallListException;
import dev.callist.CallLister;
import dev.callist.CallParty;
import dev.callist.CallQuery;
import dev.callist.CallQueryBuilder;
import dev.callist.CallStatus;
import dev.callist.ProviderFilters;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Makes random queries from the calls of a list, each filter with its meaning. */
final class RandomQueries {
    private static final int[] PAGES = {17, 50, 99, 100, 150, 200, 300, 1000};
    private static final List<String> TAGS = List.of("support", "vip", "Support", "VIP", "none");

    private final List<Call> calls;
    private final List<Map.Entry<ProviderFilters, Predicate<Call>>> own;
    private final boolean hasTags;

    RandomQueries(CallLister lister, List<Call> calls, Map<ProviderFilters, Predicate<Call>> own) {
        this.calls = calls;
        this.own = List.copyOf(own.entrySet());
        this.hasTags = takesTags(lister);
    }

    /** A query and its meaning. */
    record Asked(CallQuery query, Predicate<Call> byHand) {}

    Asked next(SplittableRandom random) {
        CallQueryBuilder query = CallQuery.builder().pageSize(PAGES[random.nextInt(PAGES.length)]);
        List<Predicate<Call>> tests = new ArrayList<>();
        if (random.nextInt(2) == 0) {
            window(query, random, tests);
        }
        if (random.nextInt(4) == 0) {
            CallDirection direction =
                    random.nextInt(8) == 0 ? CallDirection.UNKNOWN : any(random).direction();
            query.direction(direction);
            tests.add(call -> call.direction() == direction);
        }
        if (random.nextInt(3) == 0) {
            statuses(query, random, tests);
        }
        if (random.nextInt(5) == 0) {
            party(random, Call::from).ifPresent(address -> {
                query.from(address);
                tests.add(call -> isParty(call.from(), address));
            });
        }
        if (random.nextInt(5) == 0) {
            party(random, Call::to).ifPresent(address -> {
                query.to(address);
                tests.add(call -> isParty(call.to(), address));
            });
        }
        if (random.nextInt(5) == 0) {
            party(random, random.nextBoolean() ? Call::from : Call::to).ifPresent(address -> {
                query.party(address);
                tests.add(call -> isParty(call.from(), address) || isParty(call.to(), address));
            });
        }
        if (random.nextInt(4) == 0) {
            durations(query, random, tests);
        }
        if (hasTags && random.nextInt(5) == 0) {
            tags(query, random, tests);
        }
        if (!own.isEmpty() && random.nextInt(6) == 0) {
            Map.Entry<ProviderFilters, Predicate<Call>> filters = own.get(random.nextInt(own.size()));
            query.addProviderFilters(filters.getKey());
            tests.add(filters.getValue());
        }
        return new Asked(query.build(), call -> tests.stream().allMatch(test -> test.test(call)));
    }

    private void window(CallQueryBuilder query, SplittableRandom random, List<Predicate<Call>> tests) {
        Instant one = near(random);
        Instant other = near(random);
        Instant from = one.isBefore(other) ? one : other;
        Instant before = one.isBefore(other) ? other : one.plusMillis(1);
        int ends = random.nextInt(3);
        if (ends != 0) {
            query.createdFrom(from);
            tests.add(call -> at(call) >= millis(from) && call.createdAt().isPresent());
        }
        if (ends != 1) {
            query.createdBefore(before);
            tests.add(call -> at(call) < millis(before) && call.createdAt().isPresent());
        }
    }

    /** A call's own moment, or one close to it. */
    private Instant near(SplittableRandom random) {
        long[] apart = {0, 0, 0, 1, -1, 1_000, -1_000, random.nextInt(3_600_000), -86_400_000};
        return any(random).createdAt().orElseThrow().plusMillis(apart[random.nextInt(apart.length)]);
    }

    private void statuses(CallQueryBuilder query, SplittableRandom random, List<Predicate<Call>> tests) {
        Set<CallStatus> statuses = new TreeSet<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            CallStatus[] values = CallStatus.values();
            statuses.add(random.nextBoolean() ? any(random).status() : values[random.nextInt(values.length)]);
        }
        query.addAllStatuses(statuses);
        tests.add(call -> statuses.contains(call.status()));
    }

    private static void tags(CallQueryBuilder query, SplittableRandom random, List<Predicate<Call>> tests) {
        for (int i = random.nextInt(2); i >= 0; i--) {
            String tag = TAGS.get(random.nextInt(TAGS.size()));
            query.addTags(tag);
            tests.add(call -> call.tags().stream().anyMatch(tag::equalsIgnoreCase));
        }
    }

    private void durations(CallQueryBuilder query, SplittableRandom random, List<Predicate<Call>> tests) {
        long one = any(random).duration().orElse(Duration.ZERO).toMillis() + random.nextInt(3) * 500L;
        long other = any(random).duration().orElse(Duration.ZERO).toMillis();
        long least = Math.min(one, other);
        long most = Math.max(one, other);
        int ends = random.nextInt(3);
        if (ends != 0) {
            query.minDuration(Duration.ofMillis(least));
            tests.add(call -> call.duration().map(Duration::toMillis).orElse(-1L) >= least);
        }
        if (ends != 1) {
            query.maxDuration(Duration.ofMillis(most));
            tests.add(call -> call.duration().map(Duration::toMillis).orElse(Long.MAX_VALUE) <= most);
        }
    }

    /** A party of some call, in a form that may be asked for. */
    private Optional<String> party(SplittableRandom random, Function<Call, Optional<CallParty>> of) {
        Optional<CallParty> party = of.apply(any(random));
        Optional<String> e164 = party.flatMap(CallParty::e164);
        return (random.nextInt(4) > 0 ? e164 : Optional.<String>empty())
                .or(() -> party.map(CallParty::address))
                .filter(address -> !address.isBlank());
    }

    private static boolean isParty(Optional<CallParty> party, String asked) {
        return party.stream()
                .flatMap(one -> Stream.concat(Stream.of(one.address()), one.e164().stream()))
                .anyMatch(asked::equals);
    }

    private Call any(SplittableRandom random) {
        return calls.get(random.nextInt(calls.size()));
    }

    private static long at(Call call) {
        return call.createdAt().map(RandomQueries::millis).orElse(0L);
    }

    private static long millis(Instant at) {
        return at.toEpochMilli();
    }

    private static boolean takesTags(CallLister lister) {
        try {
            lister.plan(CallQuery.builder().addTags("vip").build());
            return true;
        } catch (CallListException e) {
            return false;
        }
    }
}
