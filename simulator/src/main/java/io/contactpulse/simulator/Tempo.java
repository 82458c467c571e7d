package io.contactpulse.simulator;

/** How fast people work: at a real floor's pace while it warms up, at the scenario's pace from start on. */
record Tempo(long start, double pace) {

    static Tempo of(Scenario scenario) {
        return new Tempo(scenario.start().getEpochSecond(), scenario.pace());
    }

    int work(int realSeconds, long second) {
        double paceNow = second < start ? 1.0 : pace;
        return (int) Math.max(1, Math.round(realSeconds / paceNow));
    }

    /** The same, but never so long that it would be a breach of this kind. */
    int ordinary(BreachKind kind, int realSeconds, long second) {
        return Math.min(kind.ordinaryLimit(), work(realSeconds, second));
    }
}
