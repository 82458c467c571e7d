package io.contactpulse.ctrenrichment.wire;

import io.contactpulse.jobruntime.decode.JsonFields;
import io.contactpulse.jobruntime.decode.Unreadable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Value of a segment attribute: a text, an object around a text, or a list of either; a list reads as one text. */
final class SegmentValue {
    private SegmentValue() {}

    static Optional<String> read(JsonFields fields) throws Unreadable {
        List<String> texts = new ArrayList<>();
        collect(fields, texts);
        return texts.isEmpty() ? Optional.empty() : Optional.of(String.join(",", texts));
    }

    private static void collect(JsonFields fields, List<String> texts) throws Unreadable {
        fields.text().filter(text -> !text.isEmpty()).ifPresent(texts::add);
        if (fields.enterObject()) {
            while (fields.next()) {
                collect(fields, texts);
            }
        } else if (fields.enterArray()) {
            while (fields.nextElement()) {
                collect(fields, texts);
            }
        }
    }
}
