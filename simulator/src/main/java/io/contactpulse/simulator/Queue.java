package io.contactpulse.simulator;

import java.util.List;
import java.util.Optional;

/** Where contacts wait. An agent's own queue has no name on the wire. */
record Queue(String arn, Optional<String> name, List<Channel> channels) {

    static Queue named(String name, Channel... channels) {
        return new Queue(Company.arn("queue", name), Optional.of(name), List.of(channels));
    }

    static Queue ofAgent(String agentId) {
        return new Queue(
                Company.INSTANCE_ARN + "/queue/agent/" + agentId,
                Optional.empty(),
                List.of(Channel.VOICE, Channel.CHAT));
    }
}
