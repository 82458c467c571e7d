package io.contactpulse.simulator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Time away from customers: what for, when it is due (second of the epoch), and how long a real one takes. */
record Pause(Status status, long due, int realSeconds) {
    private static final int MINUTE = 60;

    /** Lunch in the middle with a break before and after; some also have a training or a coaching. */
    static List<Pause> during(Shift.Stint stint, Dice dice) {
        List<Pause> pauses = new ArrayList<>();
        pauses.add(new Pause(Status.BREAK, at(stint, 0.22, dice), dice.between(10, 16) * MINUTE));
        pauses.add(new Pause(Status.LUNCH, at(stint, 0.50, dice), dice.between(25, 35) * MINUTE));
        pauses.add(new Pause(Status.BREAK, at(stint, 0.76, dice), dice.between(10, 16) * MINUTE));
        if (dice.chance(0.4)) {
            Status extra = dice.pick(List.of(Status.TRAINING, Status.COACHING));
            pauses.add(new Pause(extra, at(stint, 0.64, dice), dice.between(12, 18) * MINUTE));
        }
        pauses.sort(Comparator.comparingLong(Pause::due));
        return pauses;
    }

    private static long at(Shift.Stint stint, double part, Dice dice) {
        return stint.login() + (long) (stint.length() * (part - 0.08 + 0.16 * dice.fraction()));
    }
}
