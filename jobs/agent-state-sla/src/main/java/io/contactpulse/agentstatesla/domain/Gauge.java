package io.contactpulse.agentstatesla.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a clock shows, in the unit of its measure: it grows by itself as time passes, or by what happens. */
interface Gauge {
    /** When what is measured began. */
    Instant start();

    /** When it shows that much, provided that nothing happens meanwhile; empty if time alone does not get it there. */
    Optional<Instant> reaches(long threshold);

    /** What it shows then. */
    long valueAt(Instant at);

    /** What people should know beside the value. */
    List<String> evidence(Instant at);
}
