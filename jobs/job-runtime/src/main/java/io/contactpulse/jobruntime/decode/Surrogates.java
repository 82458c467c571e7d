package io.contactpulse.jobruntime.decode;

/** Halves of surrogate pairs: JSON can escape them, but no encoding can store them. */
final class Surrogates {
    private static final int REPLACEMENT = 0xfffd;

    private Surrogates() {}

    static boolean areBroken(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (Character.isSurrogate(text.charAt(at))) {
                if (isLone(text.codePointAt(at))) {
                    return true;
                }
                at++;
            }
        }
        return false;
    }

    static String repaired(String text) {
        if (!areBroken(text)) {
            return text;
        }
        return text.codePoints()
                .map(character -> isLone(character) ? REPLACEMENT : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isLone(int character) {
        return Character.getType(character) == Character.SURROGATE;
    }
}
