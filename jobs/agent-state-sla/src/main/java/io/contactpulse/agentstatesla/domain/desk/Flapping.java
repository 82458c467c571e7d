package io.contactpulse.agentstatesla.domain.desk;

import io.contactpulse.agentstatesla.domain.rules.FlapDamping;
import io.contactpulse.agentstatesla.domain.rules.Rule;
import io.contactpulse.schema.DeskAlert;
import io.contactpulse.schema.DeskDueKind;
import io.contactpulse.schema.DeskFlap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Knows which rules fire for one agent or queue again and again. Held back until none has fired for as long. */
final class Flapping {
    private final Desk desk;

    Flapping(Desk desk) {
        this.desk = desk;
    }

    /** Counts one more; whether it is one too many. */
    boolean fires(DeskAlert alert, Instant at) {
        Optional<FlapDamping> damping = desk.rule(alert.getSignal().getRuleId()).flatMap(Rule::flapDamping);
        return damping.isPresent() && fires(keyOf(alert), damping.get(), at);
    }

    private boolean fires(String key, FlapDamping damping, Instant at) {
        Optional<DeskFlap> before = desk.memory().flaps().find(key);
        List<Instant> fired = since(at.minus(damping.within()), before);
        boolean lasts = before.filter(DeskFlap::getDamped)
                .filter(flap -> at.isBefore(flap.getDueAt()))
                .isPresent();
        boolean damped = lasts || fired.size() >= damping.alerts();
        fired.add(at);
        DeskFlap after = DeskFlap.newBuilder()
                .setFiredAt(newest(fired, damping.alerts()))
                .setDamped(damped)
                .setDueAt(at.plus(damping.within()))
                .build();
        desk.memory().flaps().put(key, after);
        before.ifPresent(flap -> desk.agenda().cancel(DeskDueKind.FLAPPING, key, flap.getDueAt()));
        desk.agenda().plan(DeskDueKind.FLAPPING, key, after.getDueAt());
        return damped;
    }

    private static List<Instant> since(Instant from, Optional<DeskFlap> flap) {
        return flap.map(DeskFlap::getFiredAt).orElse(List.of()).stream()
                .filter(time -> !time.isBefore(from))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static List<Instant> newest(List<Instant> fired, int count) {
        return List.copyOf(fired.subList(Math.max(0, fired.size() - count), fired.size()));
    }

    boolean damps(DeskAlert alert, Instant at) {
        return until(alert).filter(at::isBefore).isPresent();
    }

    Optional<Instant> until(DeskAlert alert) {
        return desk.memory()
                .flaps()
                .find(keyOf(alert))
                .filter(DeskFlap::getDamped)
                .map(DeskFlap::getDueAt);
    }

    void end(String key) {
        desk.memory().flaps().remove(key);
    }

    private static String keyOf(DeskAlert alert) {
        return alert.getSignal().getRuleId() + " "
                + alert.getSignal()
                        .getSubject()
                        .getOptionalAgentId()
                        .orElse(alert.getSignal().getEntity());
    }
}
