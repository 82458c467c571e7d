package io.contactpulse.agentstatesla.domain.desk;

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

/** All that the desk remembers of one instance. */
public interface DeskMemory {
    String instanceId();

    /** By the id of the alert. */
    Shelf<DeskAlert> alerts();

    /** By the id of the alert. */
    Shelf<DeskOver> over();

    /** Id of the alert that goes on, by the id of the breach it goes on with. */
    Shelf<String> aliases();

    /** Id of the alert whose breach is gone but may come back, by rule and entity. */
    Shelf<String> held();

    /** By the id of the alert. */
    Shelf<DeskPending> pending();

    /** By kind and value. */
    Shelf<DeskCause> causes();

    /** By the id of the incident. */
    Shelf<DeskIncident> incidents();

    /** Agents that are part of an incident, by the ids of both. */
    Shelf<Boolean> members();

    /** Agents that are logged in. */
    Shelf<Boolean> onShift();

    /** By the id of the queue. */
    Shelf<QueuePressure> pressures();

    /** By rule and agent or queue. */
    Shelf<DeskFlap> flaps();

    /** By the id of the alert. */
    Shelf<DeskUntold> untold();

    /** By team. */
    Shelf<DeskPageHour> pageHours();

    /** By time, kind and key. */
    Shelf<DeskDue> agenda();

    /** One, under an empty key. */
    Shelf<DeskNotes> notes();
}
