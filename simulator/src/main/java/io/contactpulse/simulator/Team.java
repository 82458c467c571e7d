package io.contactpulse.simulator;

import java.util.List;

/** Where an agent stands in the hierarchy: site, care centre, and the dealer region the team looks after. */
record Team(List<String> levels) {
    private static final List<String> SITES = List.of("site-north", "site-south", "site-coast");
    private static final List<String> DEALER_REGIONS = List.of("alpine", "lakes", "harbour", "plains");

    static Team draw(Dice dice) {
        String site = dice.pick(SITES);
        String region = dice.pick(DEALER_REGIONS);
        return new Team(List.of(site, site + "-customer-care", site + "-dealers-" + region));
    }

    String name() {
        return levels.get(levels.size() - 1);
    }
}
