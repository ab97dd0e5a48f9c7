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
 * Merges the calls of several listers into one list, newest first. The calls of each lister keep that lister's order,
 * and a call without {@link Call#createdAt()} is returned as soon as it is the next call of its lister. If a lister's
 * own list is not newest first, its order is kept, and {@link ListingReport#ordered()} is false.
 *
 * <p>A walk asks all listers for their first page at once. For each lister, memory holds the current page and the
 * prefetched ones. The settings of a {@link CallListing} apply to each lister, and the limit also to the merged list.
 * Each lister is walked by its {@link #fetch}. A call that two of them list is returned twice, unless one is an {@link
 * OverlappingLister}: then it is returned once and counted as a duplicate; where both lists are equally far, the other
 * lister's row is returned. A resumed walk knows the last 128 calls of the earlier one. The merged walk has one resume
 * point. It is valid for the same listers in the same order, and records which of them have reached the end.
 *
 * <p>When a lister fails, the walk fails with the resume point of the merged walk, and can be continued like any other
 * walk. {@link #skippingFailures()} continues without the lister instead.
 *
 * <p>Provider-specific filters are passed to the listers of that provider. Thread-safe if the listers are.
 */
public final class MergedCalls implements CallLister {
    /** The name that {@link #provider()} returns. */
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
            refuse(
                    !isNew,
                    "two listers of " + plan.provider()
                            + " cannot be told apart; remove one of them if they list the same calls, or else set the id"
                            + " or name of the account (such as organization) in each config");
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
     * Returns these listers with another failure policy: a walk skips a lister from the moment it fails, notifies
     * {@link ListingListener#sourceFailed}, and reports INCOMPLETE. The resume point still contains the lister's
     * position, so a resumed walk asks it again and nothing is lost.
     *
     * <p>The walk still fails when every lister has failed, when the thread is interrupted, when the walk or a lister
     * is closed, and when the deadline passes. {@link #fetch} fails when any lister fails, because a page is never
     * incomplete.
     */
    public MergedCalls skippingFailures() {
        return skippingFailures((lister, failure) -> {});
    }

    /**
     * Returns these listers with the policy of {@link #skippingFailures()}, and calls back before a lister is skipped.
     *
     * @param skipped called on the thread that reads the calls with the lister that is about to be skipped and its
     *     failure; if it throws, the exception fails the walk, and the lister is not skipped
     */
    public MergedCalls skippingFailures(BiConsumer<? super CallLister, ? super CallListException> skipped) {
        return new MergedCalls(listers, new FailurePolicy(Optional.of(skipped)));
    }

    /** Always {@code merged}; each call has the name of its own provider. */
    @Override
    public String provider() {
        return PROVIDER;
    }

    /**
     * Fetches the next calls of all listers in merged order, with every filter applied, as many as the largest page of
     * one lister contains. It fetches the current page of each lister again, so {@link #list} makes fewer requests for
     * a whole list. A rejected row has the index that it has on its lister's page.
     */
    @Override
    public CallPage fetch(CallQuery query, Cursor cursor) {
        List<QueryListing> sources = sources(query);
        MergedListing whole = MergedListing.of(this, query, sources, FailurePolicy.FAIL);
        MergedListing rest = cursor.isFirst() ? whole : whole.startingAt(ResumePoint.parse(cursor.text()));
        return rest.page(MergedPlan.of(sources).pageSize());
    }

    /** Combines the plans of all listers: a filter counts as applied by the server if every server applies it. */
    @Override
    public QueryPlan plan(CallQuery query) {
        return MergedPlan.of(sources(query));
    }

    /** The options of the first lister; each lister uses its own. */
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

    /** Closes every lister, even if one of them throws. Idempotent. */
    @Override
    public void close() {
        Optional<RuntimeException> failure = Optional.empty();
        for (CallLister lister : listers) {
            try {
                lister.close();
            } catch (RuntimeException e) {
                failure = failure.or(() -> Optional.of(e));
            }
        }
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    private List<QueryListing> sources(CallQuery query) {
        Set<String> names = listers.stream().map(CallLister::provider).collect(Collectors.toSet());
        for (ProviderFilters filters : query.providerFilters()) {
            if (!names.contains(filters.provider())) {
                throw CallListException.of(Kind.UNSUPPORTED_FILTER, PROVIDER)
                        .detail("the query has filters for " + filters.provider()
                                + ", but no merged lister is of that provider")
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
