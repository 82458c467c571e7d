package io.contactpulse.ctrenrichment.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Formatter;
import java.util.Locale;

/** Ids that are the same in every run. */
final class Hashes {
    private Hashes() {}

    /** SHA-256 in hexadecimal over the parts, each ended by a newline so that no two lists of parts read the same. */
    static String sha256(String... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) '\n');
            }
            return hex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    static String hex(byte[] bytes) {
        try (Formatter formatter = new Formatter(Locale.ROOT)) {
            for (byte each : bytes) {
                formatter.format("%02x", each);
            }
            return formatter.toString();
        }
    }
}
