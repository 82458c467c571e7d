package io.contactpulse.agentstatesla.domain.message;

import java.text.Normalizer;
import java.util.Map;

/** What SNS takes as a subject: one line of ASCII. Letters lose their accents; what has no likeness becomes '?'. */
final class AsciiLine {
    static final int LONGEST = 100;

    private static final String CUT = "...";
    private static final Map<Integer, String> SPELLED = Map.ofEntries(
            Map.entry((int) 'ä', "ae"),
            Map.entry((int) 'ö', "oe"),
            Map.entry((int) 'ü', "ue"),
            Map.entry((int) 'Ä', "Ae"),
            Map.entry((int) 'Ö', "Oe"),
            Map.entry((int) 'Ü', "Ue"),
            Map.entry((int) 'ß', "ss"),
            Map.entry((int) 'æ', "ae"),
            Map.entry((int) 'Æ', "Ae"),
            Map.entry((int) 'ø', "oe"),
            Map.entry((int) 'Ø', "Oe"),
            Map.entry((int) 'å', "aa"),
            Map.entry((int) 'Å', "Aa"),
            Map.entry((int) 'ł', "l"),
            Map.entry((int) 'Ł', "L"),
            Map.entry((int) '–', "-"),
            Map.entry((int) '’', "'"));

    private AsciiLine() {}

    static String of(String text) {
        StringBuilder line = new StringBuilder();
        // Composed first: "ü" may come as "u" and a mark, which is to be spelled the same.
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(letter -> line.append(spelled(letter)));
        return line.length() <= LONGEST ? line.toString() : line.substring(0, LONGEST - CUT.length()) + CUT;
    }

    private static String spelled(int letter) {
        if (letter >= ' ' && letter <= '~') {
            return Character.toString(letter);
        }
        if (Character.isISOControl(letter)) {
            return " ";
        }
        String bare = Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFD)
                .replaceAll("[^\\x20-\\x7e]", "");
        return SPELLED.getOrDefault(letter, bare.isEmpty() ? "?" : bare);
    }
}
