package dev.callist.benchmarks;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;

/**
 * A list read by hand, each page downloaded while the one in front of it is being read: the fewest steps that a walk can take
 * with Jackson and one request at a time, and so the floor for Callist's.
 */
record AheadWalk(PlainWalk list, Pattern nextField) implements Contestant.Walker {
    /** How far from either end of a page its next one is told. */
    private static final int MARGIN = 1000;

    AheadWalk(PlainWalk list) {
        this(list, Pattern.compile('"' + list.shape().nextField() + "\" ?: ?\"([^\"]+)\""));
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
        Future<byte[]> coming = thread.submit(() -> list.download(1, Optional.empty()));
        for (int number = 2; ; number++) {
            byte[] page = arrived(coming);
            Optional<String> next = next(page);
            if (next.isPresent() || isNumbered()) {
                int following = number;
                coming = thread.submit(() -> list.download(following, next));
            }
            int rows = list.reader().read(page).rows();
            calls += rows;
            if (isNumbered() ? rows < list.shape().pageSize() : next.isEmpty()) {
                return calls;
            }
        }
    }

    private boolean isNumbered() {
        return list.shape().nextField().isEmpty();
    }

    private Optional<String> next(byte[] page) {
        int margin = Math.min(MARGIN, page.length);
        String edges = new String(page, 0, margin, StandardCharsets.ISO_8859_1)
                + new String(page, page.length - margin, margin, StandardCharsets.ISO_8859_1);
        return nextField.matcher(edges).results().map(found -> found.group(1)).findFirst();
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
