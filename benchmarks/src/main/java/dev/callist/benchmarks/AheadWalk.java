package dev.callist.benchmarks;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A list read by hand, each page downloaded while the one in front of it is being read: the fewest steps that a walk can take
 * with Jackson and one request at a time, and so the floor for Callist's.
 */
record AheadWalk(PlainWalk list, ReaderByHand reader) implements Contestant.Walker {
    AheadWalk(Shape shape, URI base) {
        this(shape, base, new ReaderByHand());
    }

    private AheadWalk(Shape shape, URI base, ReaderByHand reader) {
        this(new PlainWalk(shape, base, reader), reader);
    }

    @Override
    public long walk() throws IOException {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            return walk(thread);
        } finally {
            thread.shutdown();
        }
    }

    private long walk(ExecutorService thread) throws IOException {
        long calls = 0;
        Deque<Future<byte[]>> coming = new ArrayDeque<>();
        coming.add(thread.submit(() -> list.download(1, Optional.empty())));
        while (!coming.isEmpty()) {
            byte[] page = arrived(coming.remove());
            PlainWalk.Page read =
                    reader.read(page, next -> coming.add(thread.submit(() -> list.download(2, Optional.of(next)))));
            calls += read.rows();
        }
        return calls;
    }

    private static byte[] arrived(Future<byte[]> page) throws IOException {
        try {
            return page.get();
        } catch (ExecutionException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }
}
