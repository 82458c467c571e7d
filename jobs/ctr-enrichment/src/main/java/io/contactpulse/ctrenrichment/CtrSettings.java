package io.contactpulse.ctrenrichment;

import io.contactpulse.ctrenrichment.domain.CtrRules;
import io.contactpulse.ctrenrichment.domain.Fence;
import io.contactpulse.ctrenrichment.domain.JourneyConcluder;
import io.contactpulse.ctrenrichment.domain.JourneyTracker;
import io.contactpulse.ctrenrichment.wire.ContactRecordFormat;

/** How records are read and by which numbers they are judged: the same live and in a replay. */
public final class CtrSettings {
    private final ContactRecordFormat format;
    private final CtrRules rules;
    private final Fence fence;

    private CtrSettings(ContactRecordFormat format, CtrRules rules, Fence fence) {
        this.format = format;
        this.rules = rules;
        this.fence = fence;
    }

    public static CtrSettings of(ContactRecordFormat format, CtrRules rules, Fence fence) {
        return new CtrSettings(format, rules, fence);
    }

    ContactRecordFormat format() {
        return format;
    }

    CtrRules rules() {
        return rules;
    }

    JourneyTracker tracker() {
        return JourneyTracker.of(rules);
    }

    JourneyConcluder concluder() {
        return JourneyConcluder.of(fence);
    }
}
