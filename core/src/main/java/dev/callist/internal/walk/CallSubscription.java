package dev.callist.internal.walk;

import dev.callist.Call;
import dev.callist.CallIterator;
import dev.callist.internal.threads.FetchThreads;
import java.lang.System.Logger.Level;
import java.util.concurrent.Flow;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One subscriber with its walk. A thread signals calls while some are wanted; without demand there is none.
 * Thread-safe: one thread at a time signals, and {@link #work} counts what it has to look at.
 */
final class CallSubscription implements Flow.Subscription {
    private static final System.Logger LOG = System.getLogger("dev.callist");

    private final Flow.Subscriber<? super Call> subscriber;
    private final CallIterator walk;
    private final FetchThreads threads;
    private final AtomicLong demand = new AtomicLong();

    /**
     * How many events have happened since the signalling thread last looked; it is 1 until the subscriber knows of
     * this.
     */
    private final AtomicInteger work = new AtomicInteger(1);

    private volatile boolean wasAskedForNone;
    private volatile boolean ended;

    CallSubscription(Flow.Subscriber<? super Call> subscriber, CallIterator walk, ThreadFactory threads) {
        this.subscriber = subscriber;
        this.walk = walk;
        this.threads = new FetchThreads(threads);
    }

    /** Hands this subscription to the subscriber. No call is signalled before that has returned. */
    void start() {
        try {
            subscriber.onSubscribe(this);
        } catch (RuntimeException e) {
            drop(e);
        }
        if (work.decrementAndGet() > 0) {
            beginToSignal();
        }
    }

    @Override
    public void request(long calls) {
        if (calls <= 0) {
            wasAskedForNone = true;
        } else {
            demand.accumulateAndGet(calls, CallSubscription::sum);
        }
        if (work.getAndIncrement() == 0) {
            beginToSignal();
        }
    }

    private static long sum(long one, long other) {
        return one > Long.MAX_VALUE - other ? Long.MAX_VALUE : one + other;
    }

    @Override
    public void cancel() {
        end();
    }

    private void end() {
        ended = true;
        walk.close();
        threads.close();
    }

    private void beginToSignal() {
        if (ended) {
            return;
        }
        try {
            threads.run(this::signal);
        } catch (RuntimeException | Error e) {
            fail(e);
        }
    }

    private void signal() {
        int seen = work.get();
        while (seen != 0) {
            signalWhatIsWanted();
            seen = work.addAndGet(-seen);
        }
    }

    private void signalWhatIsWanted() {
        while (!ended) {
            if (wasAskedForNone) {
                fail(new IllegalArgumentException("a subscriber must request at least one call"));
            } else if (demand.get() == 0) {
                return;
            } else {
                signalNext();
            }
        }
    }

    private void signalNext() {
        Call call;
        try {
            if (!walk.hasNext()) {
                complete();
                return;
            }
            call = walk.next();
        } catch (RuntimeException | Error e) {
            fail(e);
            return;
        }
        if (demand.get() != Long.MAX_VALUE) {
            demand.decrementAndGet();
        }
        try {
            subscriber.onNext(call);
        } catch (RuntimeException e) {
            drop(e);
        }
    }

    private void complete() {
        if (!ended) {
            end();
            subscriber.onComplete();
        }
    }

    private void fail(Throwable cause) {
        if (!ended) {
            end();
            subscriber.onError(cause);
        }
    }

    /** A subscriber that throws breaks the rules of Flow, and gets no further signal. */
    private void drop(RuntimeException thrown) {
        LOG.log(
                Level.WARNING,
                "a subscriber threw {0}; its subscription is cancelled",
                thrown.getClass().getName());
        end();
    }
}
