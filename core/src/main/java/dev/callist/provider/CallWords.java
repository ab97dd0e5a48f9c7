package dev.callist.provider;

import dev.callist.AnsweredBy;
import dev.callist.CallDirection;
import dev.callist.CallStatus;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The words of all providers and their meaning. Letter case, and hyphens, underscores and blanks between or around
 * words, make no difference: {@code no-answer}, {@code NO_ANSWER} and {@code noAnswer} are one word. A word that is
 * unknown or may mean several things is UNKNOWN.
 */
public final class CallWords {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\\p{Pd}_\\p{Cf}]+");
    private static final int MAX_ASCII = 127;
    private static final String STATUS_PREFIX = "call";

    /** Words without anything between them, and the usual spellings, which are found without removing it. */
    private static final Map<String, CallStatus> STATUSES = Map.ofEntries(
            Map.entry("scheduled", CallStatus.SCHEDULED),
            Map.entry("accepted", CallStatus.QUEUED),
            Map.entry("initiated", CallStatus.QUEUED),
            Map.entry("queued", CallStatus.QUEUED),
            Map.entry("starting", CallStatus.QUEUED),
            Map.entry("ringing", CallStatus.RINGING),
            Map.entry("inprogress", CallStatus.IN_PROGRESS),
            Map.entry("in-progress", CallStatus.IN_PROGRESS),
            Map.entry("ongoing", CallStatus.IN_PROGRESS),
            Map.entry("completed", CallStatus.COMPLETED),
            Map.entry("call_completed", CallStatus.COMPLETED),
            Map.entry("busy", CallStatus.BUSY),
            Map.entry("missed", CallStatus.NO_ANSWER),
            Map.entry("noanswer", CallStatus.NO_ANSWER),
            Map.entry("no-answer", CallStatus.NO_ANSWER),
            Map.entry("notanswered", CallStatus.NO_ANSWER),
            Map.entry("unanswered", CallStatus.NO_ANSWER),
            Map.entry("failed", CallStatus.FAILED),
            Map.entry("canceled", CallStatus.CANCELED),
            Map.entry("cancelled", CallStatus.CANCELED));

    /** A call of a SIP trunk that originates in the public network, or terminates there. */
    private static final String FROM_NETWORK = "trunkingoriginating";

    private static final String TO_NETWORK = "trunkingterminating";

    private CallWords() {}

    /** The status that a word means; it may start with {@code call_}. UNKNOWN for null. */
    public static CallStatus status(@Nullable String word) {
        if (word == null) {
            return CallStatus.UNKNOWN;
        }
        CallStatus plain = STATUSES.get(word);
        if (plain != null) {
            return plain;
        }
        String bare = bare(word);
        return STATUSES.getOrDefault(
                bare.startsWith(STATUS_PREFIX) ? bare.substring(STATUS_PREFIX.length()) : bare, CallStatus.UNKNOWN);
    }

    /**
     * A provider's word for the only status in a set. Absent if the set does not have exactly one, if that is UNKNOWN,
     * or if not exactly one word means it, so that a server's filter by one word never loses a call.
     *
     * @param words all words of the provider for statuses; others that mean no status do not matter
     */
    public static Optional<String> onlyWord(Set<CallStatus> statuses, Set<String> words) {
        if (statuses.size() != 1 || statuses.contains(CallStatus.UNKNOWN)) {
            return Optional.empty();
        }
        List<String> fitting =
                words.stream().filter(word -> statuses.contains(status(word))).toList();
        return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
    }

    /** The direction that a word means, judged by its start: {@code outbound-api} is OUTBOUND. UNKNOWN for null. */
    public static CallDirection direction(@Nullable String word) {
        if (word == null) {
            return CallDirection.UNKNOWN;
        }
        CallDirection plain = directionOf(word);
        return plain == CallDirection.UNKNOWN ? directionOf(bare(word)) : plain;
    }

    private static CallDirection directionOf(String word) {
        if (word.startsWith("inbound") || word.startsWith("incoming") || word.equals(FROM_NETWORK)) {
            return CallDirection.INBOUND;
        }
        return word.startsWith("outbound") || word.startsWith("outgoing") || word.equals(TO_NETWORK)
                ? CallDirection.OUTBOUND
                : CallDirection.UNKNOWN;
    }

    /** Who answered, judged by the word's start: {@code machine_start} is MACHINE. Absent for null. */
    public static Optional<AnsweredBy> answeredBy(@Nullable String word) {
        return Optional.ofNullable(word).map(CallWords::bare).map(CallWords::answerer);
    }

    private static AnsweredBy answerer(String bare) {
        if (bare.startsWith("human")) {
            return AnsweredBy.HUMAN;
        }
        return bare.startsWith("machine") ? AnsweredBy.MACHINE : AnsweredBy.UNKNOWN;
    }

    /** A word in lower case, without what is between its parts. ASCII needs no pattern: each call has such words. */
    private static String bare(String word) {
        StringBuilder letters = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c > MAX_ASCII) {
                return BETWEEN_WORDS.matcher(word.toLowerCase(Locale.ROOT)).replaceAll("");
            }
            if (c != '-' && c != '_' && c != ' ' && (c < '\t' || c > '\r')) {
                letters.append(Character.toLowerCase(c));
            }
        }
        return letters.toString();
    }

    /** An ISO 4217 code in upper case; absent for anything else. */
    public static Optional<String> currency(@Nullable String word) {
        return Optional.ofNullable(word)
                .map(text -> text.strip().toUpperCase(Locale.ROOT))
                .filter(CallWords::isCode);
    }

    /** Whether a text has the form of an ISO 4217 code; without a stream, because each call has one. */
    private static boolean isCode(String text) {
        return text.length() == 3
                && isCapital(text.charAt(0))
                && isCapital(text.charAt(1))
                && isCapital(text.charAt(2));
    }

    private static boolean isCapital(char c) {
        return c >= 'A' && c <= 'Z';
    }
}
