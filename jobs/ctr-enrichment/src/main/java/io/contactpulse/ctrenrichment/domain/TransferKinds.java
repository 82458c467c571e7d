package io.contactpulse.ctrenrichment.domain;

import io.contactpulse.schema.TransferKind;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How a contact was passed on, by Connect's own rules for telling transfers, consultations and conferences apart: who left
 * first, and whether the other one took part. Of several kinds the one that moved the customer farthest counts.
 */
final class TransferKinds {
    private static final List<TransferKind> FARTHEST_FIRST = List.of(
            TransferKind.EXTERNAL,
            TransferKind.COLD,
            TransferKind.WARM,
            TransferKind.QUEUE,
            TransferKind.CONFERENCE,
            TransferKind.CONSULT);

    /** A talk of at most so many seconds with the one who was called in did not include the customer. */
    private static final int CONSULT_SECONDS = 2;

    private TransferKinds() {}

    static TransferKind of(Leg leg, Legs legs) {
        if (leg.record().getTransferredOut()) {
            return TransferKind.EXTERNAL;
        }
        Optional<TransferKind> byChildren = legs.childrenOf(leg).stream()
                .flatMap(child -> by(leg, child).stream())
                .min(Comparator.comparing(FARTHEST_FIRST::indexOf));
        boolean isCold = leg.reachedAgent()
                && leg.record().getOptionalTransferCompletedAt().isPresent();
        if (isCold && byChildren.filter(TransferKind.EXTERNAL::equals).isEmpty()) {
            return TransferKind.COLD;
        }
        return byChildren.orElse(TransferKind.NONE);
    }

    private static Optional<TransferKind> by(Leg parent, Leg child) {
        if (child.isBy(Leg.EXTERNAL_OUTBOUND)) {
            return Optional.of(external(parent, child));
        }
        if (child.isBy(Leg.QUEUE_TRANSFER)) {
            return Optional.of(TransferKind.QUEUE);
        }
        if (!child.isTransfer() || !parent.reachedAgent()) {
            return Optional.empty();
        }
        if (parent.agentLeft().isBefore(child.agentLeft())) {
            return Optional.of(TransferKind.WARM);
        }
        boolean onlyConsulted = child.record().getOptionalTalkSeconds().orElse(0) <= CONSULT_SECONDS;
        return Optional.of(onlyConsulted ? TransferKind.CONSULT : TransferKind.CONFERENCE);
    }

    private static TransferKind external(Leg parent, Leg child) {
        Optional<Instant> completed = parent.record().getOptionalTransferCompletedAt();
        if (completed.filter(child.end()::isAfter).isPresent()) {
            return TransferKind.EXTERNAL;
        }
        int held = parent.record().getOptionalHoldSeconds().orElse(0);
        int withThirdParty = child.record().getOptionalExternalSeconds().orElse(0);
        return held < withThirdParty ? TransferKind.CONFERENCE : TransferKind.CONSULT;
    }
}
