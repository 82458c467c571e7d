package io.contactpulse.launcher.replay.recording;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.async.ByteArrayFeeder;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * One value, an array of values, or values one after the other, in one pass and without holding more than one value. When
 * a value is not JSON, it and what follows, up to the next line that starts with a brace, are one unreadable record.
 */
final class JsonValues {
    private static final byte[] ARRAY_START = {'['};
    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final ByteWindow window;
    private final RecordConsumer records;

    private JsonParser parser;

    /** Position in the file of what the parser counts as its first byte. */
    private long origin;

    private long fed;

    /** The next value begins here, behind what separates it from the last. */
    private long begin;

    private long restartedAt = -1;
    private boolean inArray;
    private int depth;

    JsonValues(InputStream content, RecordConsumer records) throws IOException {
        window = new ByteWindow(content);
        this.records = records;
        parser = JSON.createNonBlockingByteArrayParser();
    }

    void read() throws IOException {
        boolean more = true;
        while (more) {
            try {
                more = take(parser.nextToken());
            } catch (JsonProcessingException unreadable) {
                more = recover();
            }
        }
    }

    private boolean take(@Nullable JsonToken token) throws IOException {
        if (token == null) {
            return false;
        }
        switch (token) {
            case NOT_AVAILABLE -> feed();
            case START_ARRAY, START_OBJECT -> open(token);
            case END_ARRAY, END_OBJECT -> close();
            case FIELD_NAME -> {}
            default -> endValue();
        }
        return true;
    }

    private void feed() throws IOException {
        if (fed == window.end()) {
            window.forgetBefore(begin);
            if (!window.extend()) {
                parser.getNonBlockingInputFeeder().endOfInput();
                return;
            }
        }
        feeder().feedInput(window.array(), window.index(fed), window.index(window.end()));
        fed = window.end();
    }

    private void open(JsonToken start) {
        depth++;
        if (depth == 1 && start == JsonToken.START_ARRAY) {
            inArray = true;
            begin = position();
        }
    }

    private void close() throws IOException {
        depth--;
        if (depth == 0 && inArray) {
            inArray = false;
            begin = position();
            return;
        }
        endValue();
    }

    private void endValue() throws IOException {
        if (depth == outside()) {
            handOver(position());
        }
    }

    private void handOver(long end) throws IOException {
        long start = skipSeparators();
        begin = end;
        records.accept(RecordedPayload.withoutArrival(window.trimmed(start, end)));
    }

    /**
     * Trouble between two values is first taken for a wrong separator, and the second value gets a try of its own. A value
     * that is broken itself is given up.
     */
    private boolean recover() throws IOException {
        long start = skipSeparators();
        if (start == window.end()) {
            return false;
        }
        if (depth == outside() && start != restartedAt) {
            restartAt(start);
            return true;
        }
        long resume = nextLineWithBrace(start);
        begin = start;
        handOver(resume);
        restartAt(resume);
        return true;
    }

    private void restartAt(long position) throws IOException {
        parser = JSON.createNonBlockingByteArrayParser();
        depth = 0;
        begin = position;
        fed = position;
        origin = position;
        restartedAt = position;
        if (inArray) {
            origin--;
            feeder().feedInput(ARRAY_START, 0, ARRAY_START.length);
        }
    }

    private long nextLineWithBrace(long start) throws IOException {
        for (long at = start + 1; at < window.end() || window.extend(); at++) {
            if (at < window.end() && window.at(at) == '{' && window.at(at - 1) == '\n') {
                return at;
            }
        }
        return window.end();
    }

    private long skipSeparators() {
        long at = begin;
        while (at < window.end() && (JsonSpace.isSpace(window.at(at)) || (inArray && window.at(at) == ','))) {
            at++;
        }
        return at;
    }

    private int outside() {
        return inArray ? 1 : 0;
    }

    private long position() {
        return origin + parser.currentLocation().getByteOffset();
    }

    private ByteArrayFeeder feeder() {
        return (ByteArrayFeeder) parser.getNonBlockingInputFeeder();
    }
}
