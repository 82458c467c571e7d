package io.contactpulse.launcher.replay.recording;

import java.util.Arrays;

/** The white space JSON allows around a value. It is no part of a record. */
final class JsonSpace {
    private JsonSpace() {}

    static boolean isSpace(byte character) {
        return character == ' ' || character == '\n' || character == '\r' || character == '\t';
    }

    static byte[] trimmed(byte[] bytes, int from, int to) {
        int first = from;
        int end = to;
        while (first < end && isSpace(bytes[first])) {
            first++;
        }
        while (end > first && isSpace(bytes[end - 1])) {
            end--;
        }
        return Arrays.copyOfRange(bytes, first, end);
    }
}
