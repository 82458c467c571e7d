package io.contactpulse.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A contact that an agent does not take goes back to its queue and to another agent. */
final class ReturnedContactTest {
    private static final Set<String> REFUSED = Set.of("MISSED", "REJECTED", "ERROR");
    private static final Scenario SHIFT = Scenario.shift(1).withLength(Duration.ofHours(3));

    private record Offer(String agent, JsonNode contact, Instant at) {
        private String text(String field) {
            return contact.at(field).asText();
        }
    }

    @Test
    void isOfferedToAnotherAgentAsTheSameContactThatWaitedAllTheTime() {
        List<List<Offer>> offeredAgain =
                offers().values().stream().filter(offers -> offers.size() > 1).toList();

        assertThat(offeredAgain).hasSizeGreaterThan(20).allSatisfy(offers -> {
            for (int index = 1; index < offers.size(); index++) {
                Offer before = offers.get(index - 1);
                Offer after = offers.get(index);
                assertThat(after.agent()).isNotEqualTo(before.agent());
                assertThat(REFUSED).contains(before.text("/State"));
                assertThat(Recorded.time(after.contact(), "StateStartTimestamp"))
                        .isAfter(Recorded.time(before.contact(), "StateStartTimestamp"));
                for (String field :
                        List.of("/QueueTimestamp", "/Queue/ARN", "/InitiationMethod", "/InitialContactId")) {
                    assertThat(after.text(field)).isEqualTo(before.text(field));
                }
            }
        });
    }

    @Test
    void waitsForNobodyWhenOthersAreFree() {
        Instant ends = SHIFT.start().plus(Duration.ofHours(2));

        List<Offer> refused = offers().values().stream()
                .map(offers -> offers.get(offers.size() - 1))
                .filter(last -> REFUSED.contains(last.text("/State")))
                .filter(last -> last.at().isBefore(ends))
                .filter(last -> !isOfAgentsOwnQueue(last))
                .toList();

        assertThat(refused).isEmpty();
    }

    /** All offers by contact, in the order of time, each as its agent last showed it. */
    private static Map<String, List<Offer>> offers() {
        Map<String, List<Offer>> offers = new LinkedHashMap<>();
        Recorded.stream(SHIFT)
                .forEach(event -> Recorded.contacts(event).forEach(contact -> {
                    String id = contact.get("ContactId").textValue();
                    Offer offer = new Offer(event.get("AgentARN").textValue(), contact, Recorded.at(event));
                    List<Offer> ofContact = offers.computeIfAbsent(id, unknown -> new ArrayList<>());
                    if (event.get("PreviousAgentSnapshot")
                            .findValuesAsText("ContactId")
                            .contains(id)) {
                        ofContact.replaceAll(known -> known == lastOf(offer.agent(), ofContact) ? offer : known);
                    } else {
                        ofContact.add(offer);
                    }
                }));
        return offers;
    }

    private static Offer lastOf(String agent, List<Offer> offers) {
        return offers.stream()
                .filter(offer -> offer.agent().equals(agent))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private static boolean isOfAgentsOwnQueue(Offer offer) {
        return offer.contact().at("/Queue/Name").isNull();
    }
}
