package io.contactpulse.ctrenrichment.domain;

import io.contactpulse.schema.ConcludedJourney;
import io.contactpulse.schema.Escalation;
import io.contactpulse.schema.EscalationEvent;
import io.contactpulse.schema.Journey;
import io.contactpulse.schema.JourneyFacts;
import io.contactpulse.schema.Notification;
import io.contactpulse.schema.Publication;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;

/** Draws the conclusions from a journey's facts: what is written, and whether somebody is told. */
public final class JourneyConcluder implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Fence fence;

    private JourneyConcluder(Fence fence) {
        this.fence = fence;
    }

    public static JourneyConcluder of(Fence fence) {
        return new JourneyConcluder(fence);
    }

    /** Whether newer facts of the journey were seen already: facts may come by two ways when its customer changes. */
    public boolean isOutdated(Optional<ConcludedJourney> known, JourneyFacts facts) {
        return known.filter(state -> facts.getRevision() < state.getRevision()).isPresent();
    }

    public Conclusion apply(Optional<ConcludedJourney> known, JourneyFacts facts, Instant now) {
        Optional<Journey> before = known.map(ConcludedJourney::getJourney);
        Optional<Escalation> openBefore = known.flatMap(ConcludedJourney::getOptionalEscalation);
        long version = Math.max(
                before.map(Journey::getVersion).orElse(0L) + 1, facts.getAt().toEpochMilli());
        Journey told = JourneyRows.of(facts, version);
        Journey journey = before.filter(old -> isSame(old, told)).orElse(told);
        Optional<Escalation> escalation = Escalations.of(journey, openBefore);
        Optional<Escalation> transition = escalation.filter(after ->
                openBefore.filter(old -> old.getSeq() == after.getSeq()).isEmpty());
        return new Conclusion(
                state(facts, journey, escalation),
                Optional.of(journey).filter(row -> !before.equals(Optional.of(row))),
                escalation.filter(
                        row -> openBefore.filter(old -> isSame(old, row)).isEmpty()),
                transition.map(row -> event(row, facts.getAt(), now)),
                transition.flatMap(row -> message(row, journey, facts.getAt(), now)));
    }

    private static ConcludedJourney state(JourneyFacts facts, Journey journey, Optional<Escalation> escalation) {
        return ConcludedJourney.newBuilder()
                .setRevision(facts.getRevision())
                .setJourney(journey)
                .setEscalation(escalation.orElse(null))
                .build();
    }

    private EscalationEvent event(Escalation escalation, Instant at, Instant now) {
        boolean heldBack = fence.holdsBack(at, now);
        return EscalationEvent.newBuilder()
                .setEscalationId(escalation.getEscalationId())
                .setSeq(escalation.getSeq())
                .setAt(at)
                .setJourneyId(escalation.getJourneyId())
                .setStatus(escalation.getStatus())
                .setCodes(escalation.getCodes())
                .setReason(escalation.getRetractedReason())
                .setPublication(heldBack ? Publication.HELD_BACK : Publication.PUBLISHED)
                .setHeldBackBecause(heldBack ? "it happened too long ago" : null)
                .build();
    }

    private Optional<Notification> message(Escalation escalation, Journey journey, Instant at, Instant now) {
        return fence.holdsBack(at, now) ? Optional.empty() : Optional.of(EscalationMessage.of(escalation, journey, at));
    }

    private static boolean isSame(Journey one, Journey other) {
        return Journey.newBuilder(one).setVersion(other.getVersion()).build().equals(other);
    }

    private static boolean isSame(Escalation one, Escalation other) {
        return Escalation.newBuilder(one).setVersion(other.getVersion()).build().equals(other);
    }
}
