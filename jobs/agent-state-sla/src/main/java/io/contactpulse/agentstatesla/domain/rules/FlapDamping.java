package io.contactpulse.agentstatesla.domain.rules;

import java.io.Serializable;
import java.time.Duration;

/** An alert that comes back so often within so long stops paging until it has been gone for as long. */
public final class FlapDamping implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int alerts;
    private final Duration within;

    private FlapDamping(int alerts, Duration within) {
        this.alerts = alerts;
        this.within = within;
    }

    public static FlapDamping of(int alerts, Duration within) {
        return new FlapDamping(alerts, within);
    }

    public int alerts() {
        return alerts;
    }

    public Duration within() {
        return within;
    }
}
