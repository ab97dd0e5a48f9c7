package dev.callist.cli.text;

import dev.callist.Call;
import dev.callist.CallParty;
import dev.callist.CallStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/**
 * Formats calls as a table for people. Statuses and directions are the words that {@code --status} and {@code
 * --direction} take.
 *
 * @param hasColours whether statuses are coloured
 * @param width the terminal's cells in a line, to which the parties and other free text are shortened; absent for no
 *     limit
 * @param zone of the times
 */
public record CallTable(boolean hasColours, OptionalInt width, ZoneId zone) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    /** Times, and shorter forms of them for tables that would otherwise not fit the terminal. */
    private static final List<DateTimeFormatter> TIMES = List.of(
            TIME,
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT),
            DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT));

    /**
     * Formats the lines of a table with the usual columns; the text is empty when there are no calls. Prices are left
     * out if no call has one. What makes a table fit the terminal: prices are left out, then the seconds of times, then
     * their year.
     *
     * @param extra the columns {@code provider} and {@code id}, if they are shown
     */
    public String text(List<Call> calls, Set<String> extra) {
        List<String> names = new ArrayList<>();
        if (extra.contains("provider")) {
            names.add("provider");
        }
        names.addAll(List.of("createdAt", "direction", "status", "from", "to", "durationSeconds"));
        if (extra.contains("id")) {
            names.add("id");
        }
        List<CallColumn> withoutPrice = CallColumn.named(names);
        if (calls.stream().anyMatch(call -> call.price().isPresent())) {
            names.add(names.indexOf("durationSeconds") + 1, "priceAmount");
            String withPrice = text(calls, CallColumn.named(names));
            if (fits(withPrice)) {
                return withPrice;
            }
        }
        String table = "";
        for (DateTimeFormatter times : TIMES) {
            table = text(calls, withoutPrice, times);
            if (fits(table)) {
                break;
            }
        }
        return table;
    }

    /** Formats the lines of a table with these columns; the text is empty when there are no calls. */
    public String text(List<Call> calls, List<CallColumn> columns) {
        return text(calls, columns, TIME);
    }

    private String text(List<Call> calls, List<CallColumn> columns, DateTimeFormatter times) {
        return calls.isEmpty()
                ? ""
                : TableColumn.lines(
                        columns.stream()
                                .map(column -> column(column, calls, times))
                                .toList(),
                        calls,
                        width);
    }

    private boolean fits(String table) {
        return width.isEmpty()
                || table.lines()
                        .findFirst()
                        .filter(line -> line.length() > width.getAsInt())
                        .isEmpty();
    }

    private TableColumn<Call> column(CallColumn column, List<Call> calls, DateTimeFormatter times) {
        return switch (column.heading()) {
            case "createdAt" -> time("CREATED", calls, times, Call::createdAt);
            case "startedAt" -> time("STARTED", calls, times, Call::startedAt);
            case "ringingAt" -> time("RINGING", calls, times, Call::ringingAt);
            case "answeredAt" -> time("ANSWERED", calls, times, Call::answeredAt);
            case "endedAt" -> time("ENDED", calls, times, Call::endedAt);
            case "updatedAt" -> time("UPDATED", calls, times, Call::updatedAt);
            case "direction" ->
                TableColumn.left("DIRECTION", calls, call -> word(call.direction(), call.providerDirection()));
            case "status" ->
                TableColumn.left("STATUS", calls, call -> word(call.status(), call.providerStatus()))
                        .withColours(call -> hasColours ? colour(call.status()) : Optional.empty());
            case "from" ->
                TableColumn.left("FROM", calls, call -> party(call.from())).shortened();
            case "to" -> TableColumn.left("TO", calls, call -> party(call.to())).shortened();
            case "durationSeconds" -> duration("DURATION", calls, Call::duration);
            case "talkTimeSeconds" -> duration("TALK TIME", calls, Call::talkTime);
            case "priceAmount" ->
                TableColumn.right("PRICE", calls, call -> call.price()
                        .map(price -> price.amount().toPlainString() + " " + price.currency())
                        .orElse("-"));
            case "id", "parentId", "provider", "channel", "account" -> plain(column, calls);
            default -> plain(column, calls).shortened();
        };
    }

    /** A column as in a CSV export, with words in lower case. */
    private static TableColumn<Call> plain(CallColumn column, List<Call> calls) {
        String title = column.heading().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toUpperCase(Locale.ROOT);
        return TableColumn.left(title, calls, call -> {
            String text = column.cellText().apply(call);
            return text.isEmpty() ? "-" : text;
        });
    }

    private TableColumn<Call> time(
            String title, List<Call> calls, DateTimeFormatter times, Function<Call, Optional<Instant>> time) {
        String zoneName = zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
        return TableColumn.left(title + " (" + zoneName + ")", calls, call -> time.apply(call)
                .map(instant -> times.format(instant.atZone(zone)))
                .orElse("-"));
    }

    private static TableColumn<Call> duration(String title, List<Call> calls, Function<Call, Optional<Duration>> time) {
        return TableColumn.right(
                title, calls, call -> time.apply(call).map(DurationText::clock).orElse("-"));
    }

    /** Formats the neutral word; if that is UNKNOWN, with the provider's own word. */
    private static String word(Enum<?> neutral, Optional<String> providerWord) {
        String word = ArgumentText.word(neutral);
        return neutral.name().equals("UNKNOWN")
                ? word + providerWord.map(own -> " (" + own + ")").orElse("")
                : word;
    }

    private static String party(Optional<CallParty> party) {
        return party.map(known ->
                        address(known) + known.name().map(name -> " " + name).orElse(""))
                .orElse("-");
    }

    private static String address(CallParty party) {
        return party.kind() == CallParty.Kind.ANONYMOUS ? "anonymous" : party.address();
    }

    private static Optional<String> colour(CallStatus status) {
        return switch (status) {
            case COMPLETED -> Optional.of("32");
            case IN_PROGRESS, RINGING, QUEUED, SCHEDULED -> Optional.of("36");
            case BUSY, NO_ANSWER, CANCELED -> Optional.of("33");
            case FAILED -> Optional.of("31");
            case UNKNOWN -> Optional.empty();
        };
    }
}
