package io.contactpulse.agentstatesla.domain.rules;

import java.util.List;
import java.util.stream.Stream;

/**
 * A rule file that must be refused, and with which words.
 *
 * @param problem without the name of the file
 */
record BadRule(String text, String problem, Knower knower) {
    static final String FILE = "rules.yaml";
    private static final String STATE = "when: {state: RINGING}";
    private static final String MEASURES = "stateSeconds, totalHoldSeconds, rejectedCount, missedCount, missedInARow, "
            + "loginSeconds, nextStatusSeconds, silentSeconds, cycleSeconds, cyclesWithoutResponse, "
            + "availableWhileWaitingSeconds, serviceLevelAnswered, serviceLevelRemoved, oldestWaitingSeconds, "
            + "abandonRate, staffedAgents, feedSilentSeconds";
    private static final String STATES =
            "ERROR, MISSED, REJECTED, RINGING, ON_HOLD, ON_CONTACT, PAUSED, ACW, AVAILABLE, CUSTOM, UNKNOWN";

    /** Who can tell that it is bad. */
    enum Knower {
        SCHEMA_TOO,
        PARSER_ONLY
    }

    static Stream<BadRule> all() {
        return Stream.of(files(), limits(), conditions(), telling(), quietHours())
                .flatMap(List::stream);
    }

    private static List<BadRule> files() {
        return List.of(
                hidden("", "1: the file is empty; it needs the key 'rules'"),
                hidden("rules: [", "1: not YAML: expected the node content, but found '<stream end>'"),
                hidden(
                        "rules:\n- id: a\n\twarn: 3s",
                        "3: not YAML: found character '\\t(TAB)' that cannot start any token. "
                                + "(Do not use \\t(TAB) for indentation)"),
                hidden("rules: []\n---\nrules: []", "2: not YAML: but found another document"),
                hidden("rules: *none", "1: not YAML: found undefined alias none"),
                hidden("a\u0000b", "1: not YAML: special characters are not allowed"),
                hidden(
                        "a: &a [x]\nrules: [" + "*a,".repeat(51) + "]",
                        "1: not YAML: Number of aliases for non-scalar nodes exceeds the specified max=50"),
                hidden("rules: " + "[".repeat(60) + "]".repeat(60), "1: not YAML: Nesting Depth exceeded max 50"),
                known("rules: 5", "1: 'rules' must be a list"),
                known("rules: [5]", "1: a rule's keys are " + keys() + "; but here is something else"),
                known("rulez: []", "1: a rule file has one key, 'rules', unknown is 'rulez'"),
                hidden("rules: []\nrules: []", "2: 'rules' is given twice"),
                known("- id: a", "1: a rule file has one key, 'rules', but here is something else"),
                known(rule(STATE, "warn: 3s", "color: red"), "5: a rule's keys are " + keys() + "; unknown is 'color'"),
                hidden(rule(STATE, "warn: 3s", "warn: 4s"), "5: 'warn' is given twice"),
                known("rules:\n- when: {state: ACW}\n  warn: 3s", "2: the rule has no 'id'"),
                known(
                        "rules:\n- id: Not an id\n  when: {state: ACW}\n  warn: 3s",
                        "2: 'id' must be lower-case letters, digits and hyphens, at most 64, not 'Not an id'"),
                hidden(
                        rule(STATE, "warn: 3s") + "- id: a\n  when: {state: ACW}\n  warn: 3s",
                        "5: rule id 'a' is used twice; ids must be unique; it is first used at rules.yaml:2"));
    }

    private static List<BadRule> limits() {
        return List.of(
                known(rule(STATE), "2: the rule needs 'warn' or 'critical'"),
                known(rule(STATE, "warn: soon"), "4: 'warn' must be a duration such as 90s, 5m or 2h, not 'soon'"),
                known(rule(STATE, "warn: 00s"), "4: 'warn' must be a duration such as 90s, 5m or 2h, not '00s'"),
                known(rule(STATE, "warn: 5"), "4: 'warn' must be a duration such as 90s, 5m or 2h, not '5'"),
                known(rule(STATE, "warn: [5s]"), "4: a single value is expected here"),
                hidden(rule(STATE, "warn: 5m", "critical: 300s"), "5: 'critical' must be longer than 'warn'"),
                hidden(
                        rule("measure: rejectedCount", "warn: 5", "critical: 4"),
                        "5: 'critical' must be higher than 'warn'"),
                hidden(
                        rule("measure: serviceLevelAnswered", "warn: 80%", "critical: 80.0%"),
                        "5: 'critical' must be lower than 'warn'"),
                known(rule("measure: rejectedCount", "warn: 0"), "4: 'warn' must be a whole number such as 3, not '0'"),
                known(
                        rule("measure: rejectedCount", "warn: 3s"),
                        "4: 'warn' must be a whole number such as 3, not '3s'"),
                known(
                        rule("measure: abandonRate", "warn: 100.1%"),
                        "4: 'warn' must be a percentage such as 80% or 99.5%, not '100.1%'"),
                known(
                        rule("measure: abandonRate", "warn: 0.0%"),
                        "4: 'warn' must be a percentage such as 80% or 99.5%, not '0.0%'"),
                known(
                        rule("measure: abandonRate", "warn: 80"),
                        "4: 'warn' must be a percentage such as 80% or 99.5%, not '80'"),
                known(
                        rule(STATE, "measure: mood", "warn: 3s"),
                        "4: 'measure' must be one of " + MEASURES + ", not 'mood'"),
                known(
                        rule("measure: abandonRate", "warn: 9%", "recoverAbove: 9%"),
                        "5: 'recoverAbove' does not go with abandonRate, where too much is the breach; "
                                + "use 'recoverBelow'"),
                known(
                        rule("measure: staffedAgents", "warn: 9", "recoverBelow: 9"),
                        "5: 'recoverBelow' does not go with staffedAgents, where too little is the breach; "
                                + "use 'recoverAbove'"),
                hidden(
                        rule("measure: abandonRate", "warn: 9%", "critical: 20%", "recoverBelow: 9%"),
                        "6: 'recoverBelow' must be below both thresholds"),
                hidden(
                        rule("measure: staffedAgents", "warn: 9", "critical: 4", "recoverAbove: 9"),
                        "6: 'recoverAbove' must be above both thresholds"),
                hidden(
                        rule("measure: staffedAgents", "critical: 4", "recoverAbove: 3"),
                        "5: 'recoverAbove' must be above both thresholds"),
                known(rule(STATE, "warn: 9s", "minVolume: 20"), "5: 'minVolume' only goes with a measure in percent"),
                known(
                        rule("measure: abandonRate", "warn: 9%", "minVolume: 2.5"),
                        "5: 'minVolume' must be a whole number such as 3, not '2.5'"),
                known(
                        rule(STATE, "warn: 9s", "keepFiring: ever"),
                        "5: 'keepFiring' must be a duration such as 90s, 5m or 2h, not 'ever'"));
    }

    private static List<BadRule> conditions() {
        return List.of(
                known(rule("warn: 3s"), "2: the rule has no 'when'"),
                known(rule("when: {channel: VOICE}", "warn: 3s"), "3: 'when' needs a 'state'"),
                known(rule("when: {state: SINGING}", "warn: 3s"), "3: unknown value 'SINGING'; known are " + STATES),
                known(
                        rule("when: {state: OFFLINE}", "warn: 3s"),
                        "3: nobody is watched while OFFLINE; choose another state"),
                known(
                        rule("when: {state: ACW, agentKind: [AI, ROBOT]}", "warn: 3s"),
                        "3: unknown value 'ROBOT'; known are HUMAN, AI, UNKNOWN"),
                known(
                        rule("when: {state: []}", "warn: 3s"),
                        "3: 'state' is an empty list; leave it out to match everything"),
                known(
                        rule("when: {state: ACW, mood: bad}", "warn: 3s"),
                        "3: 'when' knows agentKind, channel, customStatus, instance, queue, routingProfile, state, team; "
                                + "unknown is 'mood'"),
                known(
                        rule("when: {state: ACW}", "measure: totalHoldSeconds", "warn: 3s"),
                        "3: totalHoldSeconds is about ON_HOLD; leave 'state' out"),
                known(
                        rule("when: {customStatus: Lunch}", "measure: totalHoldSeconds", "warn: 3s"),
                        "3: totalHoldSeconds does not know 'customStatus'; it knows agentKind, channel, instance, queue, "
                                + "routingProfile, state, team"),
                known(
                        rule("when: {queue: sales}", "measure: loginSeconds", "warn: 3s"),
                        "3: loginSeconds does not know 'queue'; it knows agentKind, customStatus, instance, "
                                + "routingProfile, state, team"),
                known(
                        rule("when: {state: AVAILABLE}", "measure: availableWhileWaitingSeconds", "warn: 3s"),
                        "3: availableWhileWaitingSeconds does not know 'state'; it knows agentKind, instance, queue, "
                                + "routingProfile, team"),
                known(
                        rule("when: {team: north}", "measure: oldestWaitingSeconds", "warn: 3s"),
                        "3: oldestWaitingSeconds does not know 'team'; it knows instance, queue"),
                known(
                        rule("when: {queue: sales}", "measure: feedSilentSeconds", "warn: 3s"),
                        "3: feedSilentSeconds does not know 'queue'; it knows instance"));
    }

    private static List<BadRule> telling() {
        return List.of(
                known(full("flapDamping: {alerts: 3}"), "5: 'flapDamping' needs 'alerts' and 'within'"),
                known(
                        full("flapDamping: {alerts: 1, within: 5m}"),
                        "5: 'alerts' must be 2 or more; with 1 nothing would page"),
                known(
                        full("flapDamping: {alerts: 3, within: 5m, of: 4}"),
                        "5: 'flapDamping' has the keys alerts, within; unknown is 'of'"),
                known(
                        full("renotifyEvery: 0m"),
                        "5: 'renotifyEvery' must be a duration such as 90s, 5m or 2h, not '0m'"),
                known(full("escalate: {after: 5m, to: floor}"), "5: 'escalate' must be a list"),
                known(full("escalate: [{after: 5m}]"), "5: an escalation step needs 'after' and 'to'"),
                known(
                        full("escalate: [{after: 5m, to: ' '}]"),
                        "5: 'to' must be a text of at most 64 characters, not ' '"),
                known(
                        full("escalate: [{after: 5m, to: floor, via: mail}]"),
                        "5: an escalation step has the keys after, to; unknown is 'via'"),
                hidden(
                        full("escalate:\n  - {after: 5m, to: floor}\n  - {after: 300s, to: duty}"),
                        "7: escalation steps must be in the order of their times, no two at the same"),
                known(
                        full("attributes: {'a b': c}"),
                        "5: 'attributes' are names of letters, digits, _ - and . with values; 'a b'"),
                known(
                        full("attributes: {AWS.tier: c}"),
                        "5: 'attributes' are names of letters, digits, _ - and . with values; 'AWS.tier'"),
                known(
                        full("attributes: {team: c}"),
                        "5: every message has the attribute 'team' already; choose another name"),
                known(full("attributes: {tier: ''}"), "5: 'tier' must be a text of at most 256 characters, not ''"),
                known(
                        full("attributes: {a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7}"),
                        "5: at most 6 attributes, here are 7"));
    }

    private static List<BadRule> quietHours() {
        return List.of(
                known(quiet("periods: ['22:00-06:00']"), "5: 'quietHours' needs a 'zone' such as Europe/Berlin"),
                known(quiet("zone: Europe/Berlin"), "5: 'quietHours' needs 'periods' or 'holidays'"),
                hidden(
                        quiet("zone: Europe/Atlantis, periods: ['22:00-06:00']"),
                        "5: unknown time zone 'Europe/Atlantis'; use an IANA name such as Europe/Berlin"),
                hidden(
                        quiet("zone: '+02:00', periods: ['22:00-06:00']"),
                        "5: unknown time zone '+02:00'; use an IANA name such as Europe/Berlin"),
                known(
                        quiet("zone: Europe/Berlin, periods: ['22-06']"),
                        "5: a period is written as 22:00-06:00 and has two different ends, not '22-06'"),
                known(
                        quiet("zone: Europe/Berlin, periods: ['24:00-06:00']"),
                        "5: a period is written as 22:00-06:00 and has two different ends, not '24:00-06:00'"),
                hidden(
                        quiet("zone: Europe/Berlin, periods: ['06:00-06:00']"),
                        "5: a period is written as 22:00-06:00 and has two different ends, not '06:00-06:00'"),
                known(quiet("zone: Europe/Berlin, periods: []"), "5: 'periods' is an empty list; leave it out"),
                hidden(
                        quiet("zone: Europe/Berlin, holidays: ['2026-02-30']"),
                        "5: a holiday is a date such as 2026-12-25, not '2026-02-30'"),
                known(
                        quiet("zone: Europe/Berlin, holidays: [Christmas]"),
                        "5: a holiday is a date such as 2026-12-25, not 'Christmas'"),
                known(
                        quiet("zone: Europe/Berlin, periods: ['22:00-06:00'], days: [Monday]"),
                        "5: a day is one of MON, TUE, WED, THU, FRI, SAT, SUN, not 'Monday'"),
                known(
                        quiet("zone: Europe/Berlin, holidays: ['2026-12-25'], days: [MON]"),
                        "5: 'days' only goes with 'periods'"),
                known(
                        quiet("zone: Europe/Berlin, periods: ['22:00-06:00'], bypass: all"),
                        "5: 'bypass' must be critical or none, not 'all'"),
                known(
                        quiet("zone: Europe/Berlin, periods: ['22:00-06:00'], until: noon"),
                        "5: the keys of 'quietHours' are bypass, days, holidays, periods, zone; unknown is 'until'"),
                hidden(
                        quiet("zone: Europe/Berlin, periods: ['06:00-22:00', '22:00-06:00']"),
                        "5: these 'quietHours' never end; leave some time of the week open"));
    }

    private static BadRule known(String text, String problem) {
        return new BadRule(text, problem, Knower.SCHEMA_TOO);
    }

    private static BadRule hidden(String text, String problem) {
        return new BadRule(text, problem, Knower.PARSER_ONLY);
    }

    private static String keys() {
        return "attributes, critical, escalate, flapDamping, id, keepFiring, measure, minVolume, quietHours, "
                + "recoverAbove, recoverBelow, renotifyEvery, suggestedAction, warn, when";
    }

    private static String quiet(String keys) {
        return full("quietHours: {" + keys + "}");
    }

    private static String full(String line) {
        return rule(STATE, "warn: 3s", line);
    }

    /** The lines begin in line 3. */
    private static String rule(String... lines) {
        return "rules:\n- id: a\n  " + String.join("\n  ", lines) + "\n";
    }

    @Override
    public String toString() {
        return problem;
    }
}
