package io.contactpulse.simulator;

/** How busy the floor is over the day: a busy morning, a dip at lunch, a second wave, a quiet end. */
record Demand(long opens, long ends) {
    private static final double[] PART = {0, 0.15, 0.35, 0.5, 0.65, 0.85, 1};
    private static final double[] LEVEL = {0.8, 1, 1, 0.5, 0.9, 0.8, 0.45};

    /** Seconds a real agent waits for the next contact. */
    int gap(long second, Dice dice) {
        return dice.skewed(4, (int) Math.round(90 / levelAt(second)));
    }

    double levelAt(long second) {
        double part = Math.min(1, Math.max(0, (second - opens) / (double) (ends - opens)));
        int next = 1;
        while (PART[next] < part) {
            next++;
        }
        double between = (part - PART[next - 1]) / (PART[next] - PART[next - 1]);
        return LEVEL[next - 1] + (LEVEL[next] - LEVEL[next - 1]) * between;
    }
}
