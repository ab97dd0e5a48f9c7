package dev.callist.benchmarks.candidates;

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
 * Reads a list while the next page is being downloaded. A walk with Jackson and one request at a time cannot do less,
 * so this is the lower bound for Callist.
 */
public record ReadAheadWalk(SequentialWalk pages, Pattern nextField) implements ListWalk {
    /** The next page is named within this many bytes of either end of a page. */
    private static final int MARGIN = 1000;

    public ReadAheadWalk(SequentialWalk pages) {
        this(pages, Pattern.compile('"' + pages.shape().nextField() + "\" ?: ?\"([^\"]+)\""));
    }

    @Override
    public long walk() throws IOException {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try {
            return walk(executor);
        } finally {
            executor.shutdown();
        }
    }

    private long walk(ExecutorService executor) throws IOException {
        long calls = 0;
        Future<byte[]> pending = executor.submit(() -> pages.download(1, Optional.empty()));
        for (int number = 2; ; number++) {
            byte[] page = await(pending);
            Optional<String> next = next(page);
            if (next.isPresent() || isNumbered()) {
                int nextNumber = number;
                pending = executor.submit(() -> pages.download(nextNumber, next));
            }
            int rows = pages.reader().read(page).rows();
            calls += rows;
            if (isNumbered() ? rows < pages.shape().pageSize() : next.isEmpty()) {
                return calls;
            }
        }
    }

    private boolean isNumbered() {
        return pages.shape().nextField().isEmpty();
    }

    private Optional<String> next(byte[] page) {
        int margin = Math.min(MARGIN, page.length);
        String edges = new String(page, 0, margin, StandardCharsets.ISO_8859_1)
                + new String(page, page.length - margin, margin, StandardCharsets.ISO_8859_1);
        return nextField.matcher(edges).results().map(found -> found.group(1)).findFirst();
    }

    private static byte[] await(Future<byte[]> page) throws IOException {
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
