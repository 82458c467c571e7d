package io.contactpulse.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DeliveriesTest {
    private static final Instant NINE_OCLOCK = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void countsARepeatedMessageOnce() {
        // given
        Deliveries deliveries = new Deliveries();

        // when
        deliveries.add(breach("a#1", NINE_OCLOCK, 10));
        deliveries.add(breach("a#1", NINE_OCLOCK, 30));
        deliveries.add(breach("b#1", NINE_OCLOCK, 20));

        // then
        assertThat(deliveries.distinct()).isEqualTo(2);
        assertThat(deliveries.repeated()).isEqualTo(1);
        assertThat(deliveries.delays(Optional.of(NINE_OCLOCK))).isEqualTo(new Delays(List.of(10L, 20L), 0));
    }

    @Test
    void measuresOnlyBreachesThatWereDueWhileTheJobWasAtTheTip() {
        // given
        Deliveries deliveries = new Deliveries();

        // when
        deliveries.add(breach("before#1", NINE_OCLOCK.minusMillis(1), 4_000));
        deliveries.add(breach("after#1", NINE_OCLOCK, 12));
        deliveries.add(new Delivery("after#2", false, NINE_OCLOCK, NINE_OCLOCK.plusMillis(700)));

        // then
        assertThat(deliveries.delays(Optional.of(NINE_OCLOCK))).isEqualTo(new Delays(List.of(12L), 1));
        assertThat(deliveries.delays(Optional.empty())).isEqualTo(new Delays(List.of(), 2));
    }

    @Test
    void takesPercentilesByNearestRank() {
        Delays hundred = new Delays(LongStream.rangeClosed(1, 100).boxed().toList(), 0);

        assertThat(hundred.percentile(50)).isEqualTo(50);
        assertThat(hundred.percentile(99)).isEqualTo(99);
        assertThat(new Delays(List.of(7L), 0).percentile(99)).isEqualTo(7);
    }

    @Test
    void readsTheEnvelopeOfSns() {
        // given
        String envelope = """
                {"Type": "Notification", "Timestamp": "2026-03-02T09:00:00.041Z",
                 "Message": "{\\"alertId\\": \\"a\\", \\"seq\\": 2, \\"status\\": \\"FIRING\\", \\"at\\": \\"2026-03-02T09:00:00Z\\"}"}
                """;

        // when
        Delivery delivery = Delivery.of(envelope);

        // then
        assertThat(delivery).isEqualTo(breach("a#2", NINE_OCLOCK, 41));
    }

    /** A digest has no number and a reminder repeats that of its alert; neither tells of a new breach. */
    @Test
    void tellsRemindersAndDigestsFromBreaches() {
        // given
        String reminder = """
                {"Type": "Notification", "Timestamp": "2026-03-02T09:00:00.041Z",
                 "MessageAttributes": {"messageId": {"Type": "String", "Value": "a#2#reminder-1"}},
                 "Message": "{\\"kind\\": \\"REMINDER\\", \\"alertId\\": \\"a\\", \\"seq\\": 2, \\"status\\": \\"FIRING\\", \\"at\\": \\"2026-03-02T09:00:00Z\\"}"}
                """;

        // when
        Delivery delivery = Delivery.of(reminder);

        // then
        assertThat(delivery).isEqualTo(new Delivery("a#2#reminder-1", false, NINE_OCLOCK, NINE_OCLOCK.plusMillis(41)));
    }

    private static Delivery breach(String id, Instant at, long delayMillis) {
        return new Delivery(id, true, at, at.plusMillis(delayMillis));
    }
}
