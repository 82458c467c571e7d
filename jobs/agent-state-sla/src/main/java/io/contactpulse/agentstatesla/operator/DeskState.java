package io.contactpulse.agentstatesla.operator;

import io.contactpulse.agentstatesla.domain.desk.DeskMemory;
import io.contactpulse.agentstatesla.domain.desk.Shelf;
import io.contactpulse.schema.DeskAlert;
import io.contactpulse.schema.DeskCause;
import io.contactpulse.schema.DeskDue;
import io.contactpulse.schema.DeskFlap;
import io.contactpulse.schema.DeskIncident;
import io.contactpulse.schema.DeskNotes;
import io.contactpulse.schema.DeskOver;
import io.contactpulse.schema.DeskPageHour;
import io.contactpulse.schema.DeskPending;
import io.contactpulse.schema.DeskUntold;
import io.contactpulse.schema.QueuePressure;
import java.time.Duration;
import java.util.function.Supplier;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;

/** The desk's memory in Flink's state: every record an entry of its own, so that a piece of work touches only few. */
final class DeskState implements DeskMemory {
    /** Cleared when the alert is over, or nobody has spoken of it for eight days. */
    static final MapStateDescriptor<String, DeskAlert> ALERTS = shelf("desk-alerts", DeskAlert.class);

    private static final Duration FORGET_AFTER = Duration.ofDays(8);

    /** Cleared an hour after the alert was over, eight days after when its rule was removed. */
    private static final MapStateDescriptor<String, DeskOver> OVER = shelf("desk-alerts-over", DeskOver.class);

    /** Cleared with the alert. */
    private static final MapStateDescriptor<String, String> ALIASES = shelf("desk-aliases", String.class);

    /** Cleared with the alert. */
    private static final MapStateDescriptor<String, String> HELD = shelf("desk-held", String.class);

    /** Cleared when the feed is back, or the rule is gone. */
    private static final MapStateDescriptor<String, DeskPending> PENDING = shelf("desk-pending", DeskPending.class);

    /** Cleared when nothing has been counted for as long as a storm may take, or an incident speaks for it. */
    private static final MapStateDescriptor<String, DeskCause> CAUSES = shelf("desk-causes", DeskCause.class);

    /** Cleared when the incident is over. */
    private static final MapStateDescriptor<String, DeskIncident> INCIDENTS =
            shelf("desk-incidents", DeskIncident.class);

    /** Cleared when the incident is over. */
    private static final MapStateDescriptor<String, Boolean> MEMBERS = shelf("desk-incident-agents", Boolean.class);

    /** Cleared when the agent logs out, or was not heard of for eight days. */
    private static final MapStateDescriptor<String, Boolean> ON_SHIFT =
            forgotten(shelf("desk-agents-on-shift", Boolean.class));

    /** Cleared when the queue was not heard of for eight days. */
    private static final MapStateDescriptor<String, QueuePressure> PRESSURES =
            forgotten(shelf("desk-queue-pressures", QueuePressure.class));

    /** Cleared when the rule has not fired for as long as its damping looks back. */
    private static final MapStateDescriptor<String, DeskFlap> FLAPS = shelf("desk-flaps", DeskFlap.class);

    /** Cleared when the quiet hours end, or the alert was told of otherwise. */
    private static final MapStateDescriptor<String, DeskUntold> UNTOLD = shelf("desk-untold", DeskUntold.class);

    /** Cleared at the end of the hour. */
    private static final MapStateDescriptor<String, DeskPageHour> PAGE_HOURS =
            shelf("desk-page-hours", DeskPageHour.class);

    /** Cleared when it is due, or what it is about has another due time. */
    private static final MapStateDescriptor<String, DeskDue> AGENDA = shelf("desk-agenda", DeskDue.class);

    /** Cleared by nothing: one entry. */
    private static final MapStateDescriptor<String, DeskNotes> NOTES = shelf("desk-notes", DeskNotes.class);

    private final Supplier<String> currentKey;
    private final Shelf<DeskAlert> alerts;
    private final Shelf<DeskOver> over;
    private final Shelf<String> aliases;
    private final Shelf<String> held;
    private final Shelf<DeskPending> pending;
    private final Shelf<DeskCause> causes;
    private final Shelf<DeskIncident> incidents;
    private final Shelf<Boolean> members;
    private final Shelf<Boolean> onShift;
    private final Shelf<QueuePressure> pressures;
    private final Shelf<DeskFlap> flaps;
    private final Shelf<DeskUntold> untold;
    private final Shelf<DeskPageHour> pageHours;
    private final Shelf<DeskDue> agenda;
    private final Shelf<DeskNotes> notes;

    DeskState(RuntimeContext context, Supplier<String> currentKey) {
        this.currentKey = currentKey;
        alerts = new StateShelf<>(context.getMapState(ALERTS));
        over = new StateShelf<>(context.getMapState(OVER));
        aliases = new StateShelf<>(context.getMapState(ALIASES));
        held = new StateShelf<>(context.getMapState(HELD));
        pending = new StateShelf<>(context.getMapState(PENDING));
        causes = new StateShelf<>(context.getMapState(CAUSES));
        incidents = new StateShelf<>(context.getMapState(INCIDENTS));
        members = new StateShelf<>(context.getMapState(MEMBERS));
        onShift = new StateShelf<>(context.getMapState(ON_SHIFT));
        pressures = new StateShelf<>(context.getMapState(PRESSURES));
        flaps = new StateShelf<>(context.getMapState(FLAPS));
        untold = new StateShelf<>(context.getMapState(UNTOLD));
        pageHours = new StateShelf<>(context.getMapState(PAGE_HOURS));
        agenda = new StateShelf<>(context.getMapState(AGENDA));
        notes = new StateShelf<>(context.getMapState(NOTES));
    }

    private static <T> MapStateDescriptor<String, T> shelf(String name, Class<T> type) {
        return new MapStateDescriptor<>(name, String.class, type);
    }

    private static <T> MapStateDescriptor<String, T> forgotten(MapStateDescriptor<String, T> descriptor) {
        descriptor.enableTimeToLive(StateTtlConfig.newBuilder(FORGET_AFTER)
                .setUpdateType(StateTtlConfig.UpdateType.OnReadAndWrite)
                .build());
        return descriptor;
    }

    @Override
    public String instanceId() {
        return currentKey.get();
    }

    @Override
    public Shelf<DeskAlert> alerts() {
        return alerts;
    }

    @Override
    public Shelf<DeskOver> over() {
        return over;
    }

    @Override
    public Shelf<String> aliases() {
        return aliases;
    }

    @Override
    public Shelf<String> held() {
        return held;
    }

    @Override
    public Shelf<DeskPending> pending() {
        return pending;
    }

    @Override
    public Shelf<DeskCause> causes() {
        return causes;
    }

    @Override
    public Shelf<DeskIncident> incidents() {
        return incidents;
    }

    @Override
    public Shelf<Boolean> members() {
        return members;
    }

    @Override
    public Shelf<Boolean> onShift() {
        return onShift;
    }

    @Override
    public Shelf<QueuePressure> pressures() {
        return pressures;
    }

    @Override
    public Shelf<DeskFlap> flaps() {
        return flaps;
    }

    @Override
    public Shelf<DeskUntold> untold() {
        return untold;
    }

    @Override
    public Shelf<DeskPageHour> pageHours() {
        return pageHours;
    }

    @Override
    public Shelf<DeskDue> agenda() {
        return agenda;
    }

    @Override
    public Shelf<DeskNotes> notes() {
        return notes;
    }
}
