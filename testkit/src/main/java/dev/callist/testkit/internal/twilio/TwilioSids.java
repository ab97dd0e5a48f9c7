package dev.callist.testkit.internal.twilio;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Twilio's ids: two letters that say what it is, and 32 hexadecimal digits. */
public final class TwilioSids {
    private static final Pattern CALL =
            Pattern.compile("CA([0-9a-fA-F]{8})([0-9a-fA-F]{4})([0-9a-fA-F]{4})([0-9a-fA-F]{4})([0-9a-fA-F]{12})");

    private TwilioSids() {}

    /** The id of something of a kind, such as {@code PN} for a phone number. */
    public static String of(String kind, UUID id) {
        return kind + id.toString().replace("-", "");
    }

    /** The call of a sid; absent if the text does not have the form of one. */
    static Optional<UUID> call(String sid) {
        Matcher parts = CALL.matcher(sid);
        return parts.matches() ? Optional.of(UUID.fromString(parts.replaceFirst("$1-$2-$3-$4-$5"))) : Optional.empty();
    }
}
