package dev.callist.testkit.rows;

import dev.callist.CallDirection;
import dev.callist.CallStatus;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Spells directions, states and flags. */
final class Words {
    /** The words of each state, with a blank between words. */
    private static final Map<CallStatus, List<String>> STATUSES = Map.of(
            CallStatus.SCHEDULED, List.of("scheduled"),
            CallStatus.QUEUED, List.of("queued"),
            CallStatus.RINGING, List.of("ringing"),
            CallStatus.IN_PROGRESS, List.of("in progress", "ongoing"),
            CallStatus.COMPLETED, List.of("completed"),
            CallStatus.BUSY, List.of("busy"),
            CallStatus.NO_ANSWER, List.of("no answer"),
            CallStatus.FAILED, List.of("failed"),
            CallStatus.CANCELED, List.of("canceled", "cancelled"));

    private Words() {}

    static Spelled<CallStatus> spell(CallStatus status, Dice dice) {
        List<String> known = STATUSES.getOrDefault(status, List.of());
        if (dice.isUnreadable()) {
            return unreadable(status, known.get(0), dice);
        }
        String words = dice.oneOf(known);
        return Spelled.certain(RawJson.text(dice.isOdd() ? styled(words, dice) : words.replace(' ', '-')), status);
    }

    static Spelled<CallDirection> spell(CallDirection direction, Dice dice) {
        boolean isInbound = direction == CallDirection.INBOUND;
        if (dice.isUnreadable()) {
            return unreadable(direction, isInbound ? "inbound" : "outbound", dice);
        }
        String words = isInbound
                ? dice.oneOf("inbound", "incoming")
                : dice.oneOf("outbound", "outgoing", "outbound api", "outbound dial");
        return Spelled.certain(RawJson.text(dice.isOdd() ? styled(words, dice) : words.replace(' ', '-')), direction);
    }

    /** A flag. */
    static Spelled<Boolean> spell(boolean flag, Dice dice) {
        if (dice.isUnreadable()) {
            return dice.made(
                    Spelled::absent,
                    () -> Spelled.unreadable(dice.oneOf("null", "\"\"", "2", "-1", "1.5", "{}", "[]", "[true]")),
                    () -> Spelled.unreadable(RawJson.broken(flag ? "true" : "false", dice)),
                    () -> Spelled.likely(
                            RawJson.text(flag ? dice.oneOf("yes", "Y", "on") : dice.oneOf("no", "N")), flag));
        }
        if (!dice.isOdd()) {
            return Spelled.certain(Boolean.toString(flag), flag);
        }
        return Spelled.certain(
                flag
                        ? dice.oneOf("\"true\"", "1", "\"1\"", "\" TRUE \"", "\"True\"")
                        : dice.oneOf("\"false\"", "0", "\"0\"", "\"FALSE\""),
                flag);
    }

    private static <T> Spelled<T> unreadable(T value, String word, Dice dice) {
        return dice.made(
                Spelled::absent,
                () -> Spelled.unreadable(dice.oneOf("null", "\"\"", "\" \"", "true", "5", "1.5", "{}", "[]")),
                () -> Spelled.unreadable(RawJson.text(dice.oneOf("sideways", "-", "voicemail", "answered", "???"))),
                () -> Spelled.unreadable(RawJson.text("not " + word)),
                () -> Spelled.likely("[" + RawJson.text(word) + "]", value),
                () -> Spelled.likely("{\"name\":" + RawJson.text(word) + "}", value),
                () -> Spelled.likely(RawJson.broken(word, dice), value));
    }

    private static String styled(String words, Dice dice) {
        String joined =
                dice.percent(20) ? camelCase(words) : words.replace(" ", dice.oneOf("-", "_", " ", "\u2010", "  "));
        String cased = dice.oneOf(joined, joined.toUpperCase(Locale.ROOT), capitalized(joined));
        return dice.oneOf("", "", " ") + cased + dice.oneOf("", "", " ", "\n");
    }

    private static String camelCase(String words) {
        int blank = words.indexOf(' ');
        return blank < 0 ? words : words.substring(0, blank) + capitalized(words.substring(blank + 1));
    }

    private static String capitalized(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
