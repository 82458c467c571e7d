package io.contactpulse.simulator;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which queues an agent serves, and how many contacts of a channel at once. */
record RoutingProfile(String arn, String name, List<Queue> queues, Map<Channel, Integer> slots) {

    static RoutingProfile of(String name, List<Queue> queues, Map<Channel, Integer> slots) {
        return new RoutingProfile(Company.arn("routing-profile", name), name, queues, slots);
    }

    boolean serves(Channel channel) {
        return slots.containsKey(channel);
    }

    boolean onlyVoice() {
        return slots.keySet().equals(Set.of(Channel.VOICE));
    }

    List<Channel> channels() {
        return slots.keySet().stream().sorted().toList();
    }

    List<Queue> queuesFor(Channel channel) {
        return queues.stream()
                .filter(queue -> queue.channels().contains(channel))
                .toList();
    }
}
