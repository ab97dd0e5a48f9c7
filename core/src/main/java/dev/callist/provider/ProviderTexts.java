package dev.callist.provider;

import dev.callist.internal.text.Masking;
import dev.callist.internal.text.PhoneNumbers;
import org.jspecify.annotations.Nullable;

/** Texts of a provider in a form that is safe to show or to compare. */
public final class ProviderTexts {
    private ProviderTexts() {}

    /**
     * An id as the {@code toString} of a native record may show it: unprintable characters, which could forge a log
     * line, become {@code ?}, and it is cut to 80 characters. Null becomes {@code null}.
     */
    public static String shownId(@Nullable String id) {
        return Masking.plain(String.valueOf(id));
    }

    /** The ASCII digits of a text without any other character, for comparing phone numbers. */
    public static String digits(String text) {
        return PhoneNumbers.digits(text);
    }
}
