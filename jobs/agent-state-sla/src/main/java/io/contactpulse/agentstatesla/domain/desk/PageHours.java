package io.contactpulse.agentstatesla.domain.desk;

import io.contactpulse.schema.DeskDueKind;
import io.contactpulse.schema.DeskPageHour;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Keeps a supervisor from being told more in an hour than anybody can read. An hour begins with its first page. */
final class PageHours {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final String NO_TEAM = "-";

    private final Desk desk;

    PageHours(Desk desk) {
        this.desk = desk;
    }

    /** Whether one more message may go out; counts it either way. */
    boolean admit(Optional<String> supervised, Instant at) {
        String team = supervised.orElse(NO_TEAM);
        DeskPageHour hour = desk.memory().pageHours().find(team).orElseGet(() -> begin(team, at));
        boolean admitted = hour.getPages() < desk.settings().pagesPerHour();
        desk.memory()
                .pageHours()
                .put(
                        team,
                        DeskPageHour.newBuilder(hour)
                                .setPages(hour.getPages() + (admitted ? 1 : 0))
                                .setMuted(hour.getMuted() + (admitted ? 0 : 1))
                                .build());
        return admitted;
    }

    private DeskPageHour begin(String team, Instant at) {
        desk.agenda().plan(DeskDueKind.PAGE_HOUR, team, at.plus(HOUR));
        return DeskPageHour.newBuilder()
                .setStartedAt(at)
                .setPages(0)
                .setMuted(0)
                .build();
    }

    void end(String team) {
        Optional<DeskPageHour> hour = desk.memory().pageHours().find(team);
        desk.memory().pageHours().remove(team);
        hour.filter(over -> over.getMuted() > 0)
                .ifPresent(over -> desk.step()
                        .send(desk.settings()
                                .messages()
                                .muted(
                                        desk.instanceId(),
                                        team,
                                        over.getStartedAt().plus(HOUR),
                                        over.getMuted())));
    }
}
