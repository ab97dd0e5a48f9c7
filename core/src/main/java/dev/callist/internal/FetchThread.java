package dev.callist.internal;

import dev.callist.CallListException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A daemon thread that sends requests and reads their answers. Reading from a connection does not heed interrupts; here an
 * interrupt breaks the request off, so that no other thread is needed to wait for it.
 */
final class FetchThread extends Thread {
    private @Nullable Exchange<?> exchange;
    private volatile Consumer<CallListException> closed = failure -> {};

    FetchThread(Runnable work) {
        super(work, "callist-page");
        setDaemon(true);
    }

    /** A fetch that runs on a thread of this kind; {@code closed} is told when its lister is closed meanwhile. */
    static FutureTask<?> task(Runnable fetch, Consumer<CallListException> closed) {
        return new FutureTask<>(
                () -> {
                    FetchThread thread = (FetchThread) currentThread();
                    thread.closed = closed;
                    try {
                        fetch.run();
                    } finally {
                        thread.closed = failure -> {};
                    }
                },
                null);
    }

    /** Runs an exchange on this thread, which is the current one. */
    <T> Answer<T> run(Exchange<T> exchanged) throws InterruptedException {
        use(exchanged);
        try {
            return exchanged.call();
        } finally {
            use(null);
        }
    }

    /** Breaks the exchange off and says why at once, even if the thread is held by what heeds nothing. */
    void close(CallListException failure) {
        interrupt();
        closed.accept(failure);
    }

    private synchronized void use(@Nullable Exchange<?> used) {
        exchange = used;
        if (used != null && isInterrupted()) {
            used.cancel();
        }
    }

    @Override
    public void interrupt() {
        super.interrupt();
        Exchange<?> running;
        synchronized (this) {
            running = exchange;
        }
        if (running != null) {
            running.cancel();
        }
    }
}
