package io.contactpulse.ctrenrichment.domain;

import io.contactpulse.schema.ContactRecord;
import io.contactpulse.schema.ContactRow;
import io.contactpulse.schema.FailureCode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the contacts row of a leg. */
final class ContactRows {
    private ContactRows() {}

    static ContactRow of(Leg leg, Legs legs, CtrRules rules, long version) {
        ContactRow.Builder row = ContactRow.newBuilder();
        addIdentity(row, leg.record(), version);
        addPlace(row, leg.record());
        addTimes(row, leg);
        addAgentTimes(row, leg);
        addContent(row, leg.record());
        return row.setOutcome(ContactOutcomes.of(leg, legs))
                .setShortAbandon(Failures.isShortAbandon(leg, legs, rules))
                .setTransferKind(TransferKinds.of(leg, legs))
                .setFailureCodes(ownFailures(leg, legs, rules))
                .build();
    }

    private static void addIdentity(ContactRow.Builder row, ContactRecord record, long version) {
        row.setContactId(record.getContactId())
                .setVersion(version)
                .setLastUpdatedAt(record.getLastUpdatedAt())
                .setJourneyId(Leg.journeyOf(record))
                .setPreviousContactId(record.getPreviousContactId())
                .setNextContactId(record.getNextContactId())
                .setInstanceId(record.getInstanceId())
                .setRegion(record.getRegion())
                .setCustomerKey(record.getCustomerKey());
    }

    private static void addPlace(ContactRow.Builder row, ContactRecord record) {
        row.setChannel(record.getChannel())
                .setSubtype(record.getSubtype())
                .setInitiationMethod(record.getInitiationMethod())
                .setQueueId(record.getQueueId())
                .setQueueName(record.getQueueName())
                .setAgentId(record.getAgentId())
                .setAgentUsername(record.getAgentUsername())
                .setRoutingProfile(record.getRoutingProfile())
                .setTeam(record.getTeam());
    }

    private static void addTimes(ContactRow.Builder row, Leg leg) {
        row.setInitiatedAt(leg.record().getInitiatedAt())
                .setEnqueuedAt(leg.record().getEnqueuedAt())
                .setAnsweredAt(leg.record().getAnsweredAt())
                .setEndedAt(leg.record().getEndedAt())
                .setIvrSeconds(nullable(leg.ivrSeconds()))
                .setQueueSeconds(nullable(leg.queueSeconds()));
    }

    private static void addAgentTimes(ContactRow.Builder row, Leg leg) {
        if (!leg.reachedAgent()) {
            return;
        }
        row.setTalkSeconds(nullable(leg.record().getOptionalTalkSeconds()))
                .setHoldSeconds(nullable(leg.record().getOptionalHoldSeconds()))
                .setLongestHoldSeconds(nullable(leg.record().getOptionalLongestHoldSeconds()))
                .setHolds(nullable(leg.record().getOptionalHolds()))
                .setAcwSeconds(nullable(leg.record().getOptionalAcwSeconds()))
                .setHandleSeconds(nullable(leg.handleSeconds()));
    }

    private static void addContent(ContactRow.Builder row, ContactRecord record) {
        row.setDisconnectReason(record.getDisconnectReason())
                .setOffers(nullable(record.getOptionalOffers()))
                .setCsat(record.getCsat())
                .setJourneyName(record.getJourneyName())
                .setSteps(record.getSteps())
                .setAttributes(record.getAttributes());
    }

    /** Codes that hold for the contact alone; what it shares with other legs stands in the journey. */
    private static List<FailureCode> ownFailures(Leg leg, Legs legs, CtrRules rules) {
        return Failures.ofOne(leg, legs, rules).stream().map(Failure::code).collect(Collectors.toList());
    }

    private static @Nullable Long nullable(OptionalLong value) {
        return value.isPresent() ? (Long) value.getAsLong() : null;
    }

    private static @Nullable Long nullable(Optional<Integer> value) {
        return value.map(Integer::longValue).orElse(null);
    }
}
