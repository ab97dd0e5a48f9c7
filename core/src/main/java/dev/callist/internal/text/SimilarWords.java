package dev.callist.internal.text;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that was meant by one with a typing error. */
public final class SimilarWords {
    private static final int MAX_TYPOS = 3;

    private SimilarWords() {}

    /** The most similar of the known words; absent if none is similar. */
    public static Optional<String> mostSimilar(String text, List<String> known) {
        String word = comparable(text);
        int most = Math.min((word.length() + 1) / 2, MAX_TYPOS);
        return known.stream()
                .filter(one -> distance(comparable(one), word) <= most)
                .min(Comparator.comparingInt(one -> distance(comparable(one), word)));
    }

    private static String comparable(String word) {
        return word.replaceAll("[-_ ]", "").toLowerCase(Locale.ROOT);
    }

    /** Counts the letters to replace, add or remove; two neighbours in the wrong order count as one. */
    private static int distance(String a, String b) {
        int[][] steps = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                steps[i][j] = i == 0 || j == 0 ? i + j : step(steps, a, b, new int[] {i, j});
            }
        }
        return steps[a.length()][b.length()];
    }

    private static int step(int[][] steps, String a, String b, int[] place) {
        int i = place[0];
        int j = place[1];
        int replaced = steps[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int least = Math.min(replaced, 1 + Math.min(steps[i - 1][j], steps[i][j - 1]));
        boolean areSwapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return areSwapped ? Math.min(least, steps[i - 2][j - 2] + 1) : least;
    }
}
