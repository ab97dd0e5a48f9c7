package dev.callist.benchmarks.server;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows as Twilio writes them. Row 0 is the newest; the calls are ten seconds apart. Each row is a copy of one template
 * of 2,150 bytes with its own sid and times, so that serving it costs much less than reading it. Thread-safe.
 */
public final class TwilioRows {
    public static final String ACCOUNT = "AC00000000000000000000000000000001";

    private static final Instant NEWEST = Instant.parse("2026-11-01T00:00:00Z");
    private static final int SECONDS_APART = 10;
    private static final String SID = "CA00000000000000000000000000000000";
    private static final int SID_DIGITS = 10;
    private static final String PATH = "/2010-04-01/Accounts/" + ACCOUNT + "/Calls/" + SID;
    private static final String DATE = "Ddd, 00 Mmm 0000 00:00:00 +0000";
    private static final String[] DAYS = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    private static final String[] MONTHS = {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
    };
    private static final byte[] ROW = """
            {"account_sid": "%2$s", "annotation": "billable", "answered_by": "human", "api_version": "2010-04-01", \
            "caller_name": null, "date_created": "%4$s", "date_updated": "%4$s", "direction": "outbound-api", \
            "duration": "1540", "end_time": "%4$s", "forwarded_from": null, "from": "+12025550143", \
            "from_formatted": "(202) 555-0143", "group_sid": null, "parent_call_sid": null, \
            "phone_number_sid": "PN00000000000000000000000000000007", "price": "-0.03000", "price_unit": "USD", \
            "sid": "%1$s", "start_time": "%4$s", "status": "completed", "subresource_uris": {\
            "events": "%3$s/Events.json", "notifications": "%3$s/Notifications.json", "payments": "%3$s/Payments.json", \
            "recordings": "%3$s/Recordings.json", "siprec": "%3$s/Siprec.json", "streams": "%3$s/Streams.json", \
            "transcriptions": "%3$s/Transcriptions.json", \
            "user_defined_message_subscriptions": "%3$s/UserDefinedMessageSubscriptions.json", \
            "user_defined_messages": "%3$s/UserDefinedMessages.json"}, "to": "+12025550178", \
            "to_formatted": "(202) 555-0178", "trunk_sid": null, "queue_time": "1000", "uri": "%3$s.json"}""".formatted(SID, ACCOUNT, PATH, DATE).getBytes(StandardCharsets.US_ASCII);
    private static final int[] SID_OFFSETS = offsets(SID);
    private static final int[] DATE_OFFSETS = offsets(DATE);
    /** Seconds from the call's creation to each time in the row, in the order of the row. */
    private static final int[] TIME_OFFSETS = {0, 1600, 1541, 1};

    private TwilioRows() {}

    /** Returns when a call was created. */
    static Instant createdAt(int index) {
        return NEWEST.minusSeconds((long) index * SECONDS_APART);
    }

    /** Returns when a call started. */
    static Instant startedAt(int index) {
        return createdAt(index).plusSeconds(1);
    }

    /** Returns a range of rows, separated by commas. */
    static byte[] rows(int first, int end) {
        int step = ROW.length + 1;
        byte[] rows = new byte[Math.max(0, (end - first) * step - 1)];
        for (int index = first; index < end; index++) {
            int at = (index - first) * step;
            if (at > 0) {
                rows[at - 1] = ',';
            }
            System.arraycopy(ROW, 0, rows, at, ROW.length);
            for (int offset : SID_OFFSETS) {
                putNumber(rows, at + offset + SID.length() - SID_DIGITS, SID_DIGITS, index + 1);
            }
            for (int i = 0; i < DATE_OFFSETS.length; i++) {
                putTime(rows, at + DATE_OFFSETS[i], createdAt(index).plusSeconds(TIME_OFFSETS[i]));
            }
        }
        return rows;
    }

    private static void putTime(byte[] rows, int at, Instant time) {
        LocalDateTime utc = LocalDateTime.ofEpochSecond(time.getEpochSecond(), 0, ZoneOffset.UTC);
        putText(rows, at, DAYS[utc.getDayOfWeek().getValue() - 1]);
        putNumber(rows, at + 5, 2, utc.getDayOfMonth());
        putText(rows, at + 8, MONTHS[utc.getMonthValue() - 1]);
        putNumber(rows, at + 12, 4, utc.getYear());
        putNumber(rows, at + 17, 2, utc.getHour());
        putNumber(rows, at + 20, 2, utc.getMinute());
        putNumber(rows, at + 23, 2, utc.getSecond());
    }

    private static void putText(byte[] rows, int at, String text) {
        for (int i = 0; i < text.length(); i++) {
            rows[at + i] = (byte) text.charAt(i);
        }
    }

    private static void putNumber(byte[] rows, int at, int digits, int number) {
        int rest = number;
        for (int i = at + digits - 1; i >= at; i--) {
            rows[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    private static int[] offsets(String mark) {
        String row = new String(ROW, StandardCharsets.US_ASCII);
        List<Integer> offsets = new ArrayList<>();
        for (int at = row.indexOf(mark); at >= 0; at = row.indexOf(mark, at + 1)) {
            offsets.add(at);
        }
        return offsets.stream().mapToInt(Integer::intValue).toArray();
    }
}
