package dev.callist;

import dev.callist.CallListException.Kind;
import dev.callist.internal.merge.FailurePolicy;
import dev.callist.internal.merge.MergedListing;
import dev.callist.internal.merge.MergedPlan;
import dev.callist.internal.walk.QueryListing;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Several listers as one: their calls in one list, newest first. The calls of each lister stay in that lister's order, and a
 * call without {@link Call#createdAt()} comes as soon as it is the next of its lister. A list that does not run newest first
 * by itself is passed on as it is, and the report says that the order did not hold.
 *
 * <p>A walk asks all listers for their first page at once. It then holds of each lister one page and what is read ahead; the
 * settings of a {@link CallListing} hold for each lister, the limit for the whole too. Each lister is walked by its
 * {@link #fetch}; a call that two of them list comes twice. The resume point is one of the whole: it belongs to the same
 * listers in the same order, and knows which of them have come to their end.
 *
 * <p>When a lister fails the walk fails, with the resume point of the whole, and can be gone on with as any walk;
 * {@link #skippingFailures()} goes on without the lister instead.
 *
 * <p>Filters of single providers go to the listers of that provider. Thread-safe, as long as the listers are.
 */
public final class MergedCalls implements CallLister {
    /** What {@link #provider()} says. */
    public static final String PROVIDER = "merged";

    private final List<CallLister> listers;
    private final FailurePolicy policy;

    private MergedCalls(List<CallLister> listers, FailurePolicy policy) {
        this.listers = listers;
        this.policy = policy;
    }

    static MergedCalls of(List<? extends CallLister> listers) {
        List<CallLister> flat = listers.stream().flatMap(MergedCalls::flat).toList();
        refuse(flat.isEmpty(), "there must be at least one lister");
        Set<List<String>> lists = new HashSet<>();
        for (CallLister lister : flat) {
            QueryPlan plan = lister.plan(CallQuery.all());
            boolean isNew = lists.add(List.of(plan.provider(), plan.identity()));
            refuse(!isNew, "two listers list the same calls of " + plan.provider() + ", each would come twice");
        }
        return new MergedCalls(flat, FailurePolicy.FAIL);
    }

    private static Stream<CallLister> flat(CallLister lister) {
        return lister instanceof MergedCalls merged ? merged.listers.stream() : Stream.of(lister);
    }

    private static void refuse(boolean isWrong, String rule) {
        if (isWrong) {
            throw CallListException.invalidConfig(PROVIDER, rule);
        }
    }

    /**
     * The same listers with another policy: one that fails is left out of the walk from there on, told to
     * {@link ListingListener#sourceFailed}, and the report says INCOMPLETE. The resume point still holds its place, so that a
     * resumed walk asks it again and nothing is lost.
     *
     * <p>The walk fails all the same when no lister is left to go on with or has come to its end, when the thread is
     * interrupted, when something is closed, and when the deadline passes. {@link #fetch} always fails: there a page is whole
     * or none.
     */
    public MergedCalls skippingFailures() {
        return skippingFailures((lister, failure) -> {});
    }

    /**
     * The same, with somebody who is told.
     *
     * @param skipped hears which lister is about to be left out, and why, on the thread that reads the calls; whatever it
     *     throws fails the walk, which then keeps the lister
     */
    public MergedCalls skippingFailures(BiConsumer<? super CallLister, ? super CallListException> skipped) {
        return new MergedCalls(listers, new FailurePolicy(Optional.of(skipped)));
    }

    /** {@code merged}; a call has the name of the provider that it came from. */
    @Override
    public String provider() {
        return PROVIDER;
    }

    /**
     * The next calls of all listers in their order, as many as the largest page of one of them holds, every filter applied.
     * Asks each lister anew for the page that it stands on: for the whole list {@link #list} makes fewer requests. A rejected
     * row is there by its number only; its text is told to its lister's listener.
     */
    @Override
    public CallPage fetch(CallQuery query, Cursor cursor) {
        List<QueryListing> sources = sources(query);
        MergedListing whole = MergedListing.of(this, query, sources, FailurePolicy.FAIL);
        MergedListing rest = cursor.isFirst() ? whole : whole.startingAt(ResumePoint.parse(cursor.text()));
        return rest.page(MergedPlan.of(sources).pageSize());
    }

    /** What is true of all listers' plans together: a filter is the server's where it is every server's. */
    @Override
    public QueryPlan plan(CallQuery query) {
        return MergedPlan.of(sources(query));
    }

    /** The options of the first lister; each is asked with its own. */
    @Override
    public ClientOptions options() {
        return listers.get(0).options();
    }

    @Override
    public CallListing list(CallQuery query) {
        return merged(query);
    }

    @Override
    public CallListing resume(CallQuery query, ResumePoint from) {
        return merged(query).startingAt(from);
    }

    private MergedListing merged(CallQuery query) {
        return MergedListing.of(this, query, sources(query), policy);
    }

    /** Closes every lister, also after one that fails in it. Idempotent. */
    @Override
    public void close() {
        Optional<RuntimeException> met = Optional.empty();
        for (CallLister lister : listers) {
            try {
                lister.close();
            } catch (RuntimeException e) {
                met = met.or(() -> Optional.of(e));
            }
        }
        if (met.isPresent()) {
            throw met.get();
        }
    }

    private List<QueryListing> sources(CallQuery query) {
        Set<String> names = listers.stream().map(CallLister::provider).collect(Collectors.toSet());
        for (ProviderFilters filters : query.providerFilters()) {
            if (!names.contains(filters.provider())) {
                throw CallListException.of(Kind.UNSUPPORTED_FILTER, PROVIDER)
                        .detail("the query has filters for " + filters.provider() + ", and no lister is one of it")
                        .build()
                        .asException();
            }
        }
        return listers.stream()
                .map(lister -> QueryListing.from(lister, asked(query, lister.provider())))
                .toList();
    }

    private static CallQuery asked(CallQuery query, String provider) {
        Set<ProviderFilters> own = query.providerFilters().stream()
                .filter(filters -> filters.provider().equals(provider))
                .collect(Collectors.toSet());
        return query.toBuilder().providerFilters(own).build();
    }

    /** The names of the listers. */
    @Override
    public String toString() {
        return "MergedCalls" + listers.stream().map(CallLister::provider).toList();
    }
}
