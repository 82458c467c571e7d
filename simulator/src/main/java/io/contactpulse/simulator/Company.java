package io.contactpulse.simulator;

import static io.contactpulse.simulator.Channel.CHAT;
import static io.contactpulse.simulator.Channel.TASK;
import static io.contactpulse.simulator.Channel.VOICE;

import java.util.List;
import java.util.Map;

/**
 * The invented car maker whose customers call: its Connect instance, queues and routing profiles. The same for every
 * seed, so that rules and dashboards can name them.
 */
final class Company {
    static final String ACCOUNT = "000000000000";
    static final String INSTANCE_ARN =
            "arn:aws:connect:eu-central-1:" + ACCOUNT + ":instance/" + id("instance", "contact-pulse");

    static final Queue OUTBOUND = Queue.named("outbound-follow-up", VOICE);

    private static final Queue ROADSIDE_ASSISTANCE = Queue.named("roadside-assistance", VOICE, CHAT);
    private static final Queue SERVICE_BOOKING = Queue.named("service-booking", VOICE, CHAT, TASK);
    private static final Queue SALES = Queue.named("sales", VOICE, CHAT);
    private static final Queue WARRANTY = Queue.named("warranty", VOICE, TASK);
    private static final Queue CONNECTED_SERVICES = Queue.named("connected-services", VOICE, CHAT);
    private static final Queue PARTS = Queue.named("parts", VOICE, TASK);

    static final List<RoutingProfile> VOICE_ONLY = List.of(
            RoutingProfile.of("roadside-voice", List.of(ROADSIDE_ASSISTANCE, CONNECTED_SERVICES), Map.of(VOICE, 1)),
            RoutingProfile.of("service-voice", List.of(SERVICE_BOOKING, WARRANTY, PARTS), Map.of(VOICE, 1)),
            RoutingProfile.of("sales-voice", List.of(SALES, SERVICE_BOOKING), Map.of(VOICE, 1)));

    /** The profile that most people have: it is twice in the list. */
    static final RoutingProfile LARGEST = VOICE_ONLY.get(0);

    static final List<RoutingProfile> PROFILES = List.of(
            VOICE_ONLY.get(0),
            VOICE_ONLY.get(1),
            RoutingProfile.of("owner-care", List.of(CONNECTED_SERVICES, SERVICE_BOOKING), Map.of(VOICE, 1, CHAT, 2)),
            RoutingProfile.of("dealer-desk", List.of(WARRANTY, PARTS), Map.of(VOICE, 1, TASK, 2)),
            VOICE_ONLY.get(2),
            VOICE_ONLY.get(0),
            RoutingProfile.of(
                    "digital", List.of(CONNECTED_SERVICES, SALES, SERVICE_BOOKING), Map.of(CHAT, 3, TASK, 2)));

    private Company() {}

    static String arn(String kind, String name) {
        return INSTANCE_ARN + "/" + kind + "/" + id(kind, name);
    }

    private static String id(String kind, String name) {
        return Dice.of(name.hashCode(), kind, 0).uuid().toString();
    }
}
