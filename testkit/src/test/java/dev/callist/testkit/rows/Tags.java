package dev.callist.testkit.rows;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Spells lists of tags. */
final class Tags {
    static final List<String> ALL = List.of("vip", "support", "m\u00fcller", "sales 2");

    private Tags() {}

    /** Some tags, in lower case. */
    static Set<String> some(Dice dice) {
        Set<String> tags = new HashSet<>();
        for (int i = dice.below(3); i > 0; i--) {
            tags.add(dice.oneOf(ALL));
        }
        return tags;
    }

    static Spelled<Set<String>> spell(Set<String> tags, Dice dice) {
        if (dice.isUnreadable()) {
            return unreadable(tags, dice);
        }
        List<String> texts = new ArrayList<>();
        for (String tag : tags) {
            texts.add(RawJson.text(dice.isOdd() ? dice.oneOf(tag.toUpperCase(Locale.ROOT), tag) : tag));
        }
        if (!dice.isOdd()) {
            return Spelled.certain(list(texts), tags);
        }
        if (texts.isEmpty()) {
            return dice.percent(20)
                    ? new Spelled<>(Optional.empty(), Reading.certain(tags))
                    : Spelled.certain(dice.oneOf("null", "\"\"", "[]", "{}", "[null]", "[\"\"]"), tags);
        }
        if (texts.size() == 1 && dice.percent(30)) {
            return Spelled.certain(texts.get(0), tags);
        }
        texts.add(dice.below(texts.size() + 1), dice.oneOf("null", "\"\"", "7", texts.get(0)));
        return Spelled.certain(dice.percent(50) ? list(texts) : keyed(texts), tags);
    }

    private static String list(List<String> texts) {
        return "[" + String.join(",", texts) + "]";
    }

    /** A list as PHP writes it after an element was removed. */
    private static String keyed(List<String> texts) {
        return IntStream.range(0, texts.size())
                .mapToObj(i -> "\"" + (i + 1) + "\":" + texts.get(i))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static Spelled<Set<String>> unreadable(Set<String> tags, Dice dice) {
        if (tags.isEmpty()) {
            return Spelled.unreadable(dice.oneOf("true", "[true]", "[{}]", "{\"name\":\"x\"}", "[[1]]"));
        }
        String tag = tags.iterator().next();
        List<String> broken = new ArrayList<>(List.of(dice.made(
                () -> RawJson.broken(tag, dice), () -> "{\"name\":" + RawJson.text(tag) + "}", () -> "true")));
        return Spelled.likely(list(broken), tags);
    }
}
