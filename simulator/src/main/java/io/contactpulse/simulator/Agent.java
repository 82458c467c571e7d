package io.contactpulse.simulator;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A person on the floor, and how Connect writes this person's events.
 *
 * @param profile what the agent serves at the start of the shift
 * @param otherProfile what the agent is moved to when the routing profile changes
 */
record Agent(
        int index,
        String id,
        Optional<Team> team,
        RoutingProfile profile,
        RoutingProfile otherProfile,
        WireVersion version,
        LoginStyle loginStyle,
        WireClock clock) {

    /** What a LOGIN says: nothing but that it happened, or also what the desk looks like. */
    enum LoginStyle {
        BARE,
        WITH_SNAPSHOT
    }

    static Agent of(long seed, int index) {
        Dice dice = Dice.of(seed, "agent", index);
        RoutingProfile profile = Company.PROFILES.get(index % Company.PROFILES.size());
        return new Agent(
                index,
                dice.uuid().toString(),
                dice.chance(0.75) ? Optional.of(Team.draw(dice)) : Optional.empty(),
                profile,
                profile.onlyVoice() ? other(profile, dice) : profile,
                profile.onlyVoice() && index % 4 == 1 ? WireVersion.FIRST : WireVersion.CURRENT,
                dice.chance(0.3) ? LoginStyle.BARE : LoginStyle.WITH_SNAPSHOT,
                dice.chance(0.75) ? WireClock.repeatingSeconds() : WireClock.exact(dice.between(0, 999)));
    }

    String arn() {
        return Company.INSTANCE_ARN + "/agent/" + id;
    }

    Agent keepingProfile() {
        return new Agent(index, id, team, profile, profile, version, loginStyle, clock);
    }

    String number() {
        return String.format(Locale.ROOT, "%03d", index + 1);
    }

    private static RoutingProfile other(RoutingProfile profile, Dice dice) {
        List<RoutingProfile> others = Company.VOICE_ONLY.stream()
                .filter(candidate -> !candidate.equals(profile))
                .toList();
        return dice.pick(others);
    }
}
