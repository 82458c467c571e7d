package io.contactpulse.simulator;

import java.util.ArrayList;
import java.util.List;

/** When one agent is at work: usually one stint, two for those who come back after a long pause. */
record Shift(List<Stint> stints) {
    private static final int LONGEST_STAGGER = 20 * 60;
    private static final int SURE_EARLY_BIRDS = 8;

    /** From login until the agent wants to log out; the contact in hand is finished first. */
    record Stint(long login, long logout) {

        long length() {
            return logout - login;
        }
    }

    static Shift of(Scenario scenario, int agentIndex) {
        Dice dice = Dice.of(scenario.seed(), "shift", agentIndex);
        long length = scenario.ends() - scenario.opens();
        int stagger = (int) Math.min(LONGEST_STAGGER, length / 10);
        long login = scenario.opens() + loginDelay(scenario, agentIndex, dice);
        long logout = Math.max(login + 1, scenario.ends() - 5 - dice.between(0, stagger));
        double kind = dice.fraction();
        if (agentIndex < SURE_EARLY_BIRDS || kind > 0.2) {
            return new Shift(List.of(new Stint(login, logout)));
        }
        List<Stint> stints = new ArrayList<>();
        stints.add(new Stint(login, login + (long) ((logout - login) * (0.4 + dice.fraction() / 10))));
        if (kind < 0.08) {
            stints.add(new Stint(login + (long) ((logout - login) * 0.7), logout));
        }
        return new Shift(List.copyOf(stints));
    }

    Stint first() {
        return stints.get(0);
    }

    private static int loginDelay(Scenario scenario, int agentIndex, Dice dice) {
        if (agentIndex < SURE_EARLY_BIRDS || dice.chance(0.1)) {
            return dice.between(0, 3);
        }
        long room = scenario.warmUp().isZero()
                ? scenario.length().toSeconds() / 10
                : scenario.warmUp().toSeconds() / 2;
        return dice.skewed(0, (int) Math.min(LONGEST_STAGGER, room));
    }
}
