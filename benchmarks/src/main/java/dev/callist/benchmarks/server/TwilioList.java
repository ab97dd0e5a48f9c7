package dev.callist.benchmarks.server;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * Serves {@link TwilioRows} as linked pages, as SignalWire and Twilio do. Applies only their {@code StartTime} filters.
 */
record TwilioList(int calls) implements ServedList {
    @Override
    public byte[] respond(String method, String target, byte[] body) {
        HttpUrl url = HttpUrl.get("http://localhost" + target);
        int size = number(url, "PageSize", 50);
        int page = number(url, "Page", 0);
        int newest = time(url, "StartTime<").map(at -> callsAfter(at, false)).orElse(0);
        int end = time(url, "StartTime>").map(at -> callsAfter(at, true)).orElse(calls);
        int first = Math.min(newest + page * size, end);
        int last = Math.min(first + size, end);
        String next = last < end ? '"' + link(url, page + 1) + '"' : "null";
        String head = """
                {"first_page_uri": "%s", "end": %d, "next_page_uri": %s, "page": %d, "page_size": %d, "previous_page_uri": null, \
                "start": %d, "uri": "%s", "calls": [""".formatted(link(url, 0), last - 1, next, page, size, first, link(url, page));
        return concatenated(head.getBytes(StandardCharsets.US_ASCII), TwilioRows.rows(first, last));
    }

    /** Counts the calls that started after a time, including those at that time if {@code inclusive}. */
    private int callsAfter(Instant time, boolean inclusive) {
        int low = 0;
        int high = calls;
        while (low < high) {
            int middle = (low + high) >>> 1;
            int order = TwilioRows.startedAt(middle).compareTo(time);
            if (order > 0 || (order == 0 && inclusive)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static byte[] concatenated(byte[] head, byte[] rows) {
        byte[] page = new byte[head.length + rows.length + 2];
        System.arraycopy(head, 0, page, 0, head.length);
        System.arraycopy(rows, 0, page, head.length, rows.length);
        page[page.length - 2] = ']';
        page[page.length - 1] = '}';
        return page;
    }

    private static String link(HttpUrl url, int page) {
        HttpUrl link = url.newBuilder()
                .setQueryParameter("Page", Integer.toString(page))
                .setQueryParameter("PageToken", "PA" + page)
                .build();
        return link.encodedPath() + "?" + link.encodedQuery();
    }

    private static int number(HttpUrl url, String name, int defaultValue) {
        return Optional.ofNullable(url.queryParameter(name))
                .map(Integer::valueOf)
                .orElse(defaultValue);
    }

    private static Optional<Instant> time(HttpUrl url, String name) {
        return Optional.ofNullable(url.queryParameter(name)).map(text -> ZonedDateTime.parse(
                        text,
                        text.endsWith("Z") ? DateTimeFormatter.ISO_DATE_TIME : DateTimeFormatter.RFC_1123_DATE_TIME)
                .toInstant());
    }
}
