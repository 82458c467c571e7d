package io.contactpulse.ctrenrichment.recorded;

import io.contactpulse.schema.DeadLetterReason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Records that must not be read, each with the reason why; no two are the same. */
public record Poison(byte[] bytes, DeadLetterReason reason) {
    private static final int KINDS = 14;
    private static final int TWO_MEGABYTES = 2_000_000;

    public static List<Poison> of(long seed, int count) {
        Random random = new Random(seed);
        List<Poison> poison = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            poison.add(number == 0 ? large() : one(random.nextInt(KINDS), number, random));
        }
        return poison;
    }

    private static Poison large() {
        return text("{\"a\":\"" + "x".repeat(TWO_MEGABYTES) + "\"}", DeadLetterReason.TOO_LARGE);
    }

    private static Poison one(int kind, int number, Random random) {
        String id = "p-" + number;
        String good = Ctr.contact(id).json();
        String key = "\"ContactId\":\"" + id + "\"";
        return switch (kind) {
            case 0 -> text(good.substring(0, 20 + random.nextInt(good.length() - 21)), DeadLetterReason.MALFORMED_JSON);
            case 1 -> text(good.replace(key, "\"ContactId\":" + number), DeadLetterReason.INVALID_KEY_FIELD);
            case 2 ->
                text(
                        good.replace(key, "\"ContactId\":" + "9".repeat(400) + number),
                        DeadLetterReason.INVALID_KEY_FIELD);
            case 3 ->
                text("{\"a" + number + "\":" + "[".repeat(100) + "]".repeat(100) + "}", DeadLetterReason.TOO_DEEP);
            case 4 -> text(good.replace(key, "\"ContactId\":\"" + id + "\\ud800\""), DeadLetterReason.BAD_CHARACTER);
            case 5 -> text(good.replace(key, "\"ContactId\":\"" + id + "\\u0000\""), DeadLetterReason.BAD_CHARACTER);
            case 6 -> text(good.replace(key, key + "," + key), DeadLetterReason.DUPLICATE_KEY);
            case 7 -> text(good.replace(key, "\"Other\":" + number), DeadLetterReason.MISSING_KEY_FIELD);
            case 8 -> new Poison(zipped(good), DeadLetterReason.NOT_JSON_OR_AVRO);
            case 9 -> text("[" + good + "]", DeadLetterReason.NOT_AN_OBJECT);
            case 10 -> new Poison(good.getBytes(StandardCharsets.UTF_16LE), DeadLetterReason.UTF_16);
            case 11 -> text(good + good, DeadLetterReason.MALFORMED_JSON);
            case 12 ->
                text(
                        good.replace(key, key + ",\"InitialContactId\":{}").replace(",\"InitialContactId\":null", ""),
                        DeadLetterReason.INVALID_KEY_FIELD);
            default -> text("contact " + id, DeadLetterReason.NOT_JSON_OR_AVRO);
        };
    }

    private static Poison text(String text, DeadLetterReason reason) {
        return new Poison(text.getBytes(StandardCharsets.UTF_8), reason);
    }

    private static byte[] zipped(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
