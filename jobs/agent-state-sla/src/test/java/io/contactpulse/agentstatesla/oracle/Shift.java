package io.contactpulse.agentstatesla.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The moments of one agent from coming on until going off; without end while the agent is on. A LOGIN in between is none. */
record Shift(List<Moment> moments, Optional<Instant> end) {

    static List<Shift> of(List<Moment> moments) {
        List<Shift> shifts = new ArrayList<>();
        List<Moment> on = new ArrayList<>();
        for (Moment moment : moments) {
            if (!moment.isOff()) {
                on.add(moment);
            } else if (!on.isEmpty()) {
                shifts.add(new Shift(List.copyOf(on), Optional.of(moment.at())));
                on.clear();
            }
        }
        if (!on.isEmpty()) {
            shifts.add(new Shift(List.copyOf(on), Optional.empty()));
        }
        return shifts;
    }

    Instant start() {
        return moments.get(0).at();
    }

    boolean covers(Instant time) {
        return !time.isBefore(start()) && end.map(time::isBefore).orElse(true);
    }
}
