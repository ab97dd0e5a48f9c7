package dev.callist.cli;

import dev.callist.CallIterator;
import dev.callist.CallLister;
import dev.callist.CallListing;
import dev.callist.CallPage;
import dev.callist.CallQuery;
import dev.callist.ClientOptions;
import dev.callist.Cursor;
import dev.callist.ProviderFilters;
import dev.callist.QueryPlan;
import dev.callist.ResumePoint;
import dev.callist.provider.ProviderFactory;
import dev.callist.provider.ProviderSettings;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;

/** A provider whose walks end the command with an {@link Error}, which nothing catches, after some pages or calls. */
final class CrashingProvider implements ProviderFactory {
    private final ProviderFactory real;
    private final BiFunction<CallLister, AtomicInteger, CallLister> crashing;
    private final AtomicInteger left;

    private CrashingProvider(
            ProviderFactory real, BiFunction<CallLister, AtomicInteger, CallLister> crashing, int untilCrash) {
        this.real = real;
        this.crashing = crashing;
        this.left = new AtomicInteger(untilCrash);
    }

    /** Crashes when the walk is asked for one call more than this. */
    static CrashingProvider afterCalls(ProviderFactory real, int calls) {
        return new CrashingProvider(real, CallCrashingLister::new, calls);
    }

    /** Crashes when the lister is asked for one page more than this. */
    static CrashingProvider afterPages(ProviderFactory real, int pages) {
        return new CrashingProvider(real, PageCrashingLister::new, pages);
    }

    static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    private static void countDown(AtomicInteger left) {
        if (left.getAndDecrement() == 0) {
            throw new Crash();
        }
    }

    @Override
    public String provider() {
        return real.provider();
    }

    @Override
    public List<Setting> settings() {
        return real.settings();
    }

    @Override
    public CallLister create(ProviderSettings settings, ClientOptions options) {
        return crashing.apply(real.create(settings, options), left);
    }

    @Override
    public List<String> parameters() {
        return real.parameters();
    }

    @Override
    public ProviderFilters filters(Map<String, List<String>> parameters) {
        return real.filters(parameters);
    }

    /** Passes everything to the real lister, except that {@code list} and {@code resume} walk over this lister. */
    private static class DelegatingLister implements CallLister {
        final CallLister real;
        final AtomicInteger left;

        DelegatingLister(CallLister real, AtomicInteger left) {
            this.real = real;
            this.left = left;
        }

        @Override
        public String provider() {
            return real.provider();
        }

        @Override
        public CallPage fetch(CallQuery query, Cursor cursor) {
            return real.fetch(query, cursor);
        }

        @Override
        public QueryPlan plan(CallQuery query) {
            return real.plan(query);
        }

        @Override
        public ClientOptions options() {
            return real.options();
        }

        @Override
        public void close() {
            real.close();
        }
    }

    /** Counts the pages that walks fetch. */
    private static final class PageCrashingLister extends DelegatingLister {
        PageCrashingLister(CallLister real, AtomicInteger left) {
            super(real, left);
        }

        @Override
        public CallPage fetch(CallQuery query, Cursor cursor) {
            countDown(left);
            return super.fetch(query, cursor);
        }
    }

    /** Counts the calls that walks return. */
    private static final class CallCrashingLister extends DelegatingLister {
        CallCrashingLister(CallLister real, AtomicInteger left) {
            super(real, left);
        }

        @Override
        public CallListing list(CallQuery query) {
            return counting(CallListing.class, real.list(query));
        }

        @Override
        public CallListing resume(CallQuery query, ResumePoint from) {
            return counting(CallListing.class, real.resume(query, from));
        }

        private <T> T counting(Class<T> type, T target) {
            return type.cast(
                    Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                        if (method.getName().equals("next")) {
                            countDown(left);
                        }
                        try {
                            return countingResult(method.invoke(target, arguments));
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    }));
        }

        private Object countingResult(Object result) {
            if (result instanceof CallListing listing) {
                return counting(CallListing.class, listing);
            }
            return result instanceof CallIterator walk ? counting(CallIterator.class, walk) : result;
        }
    }
}
