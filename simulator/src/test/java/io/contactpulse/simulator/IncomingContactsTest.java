package io.contactpulse.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class IncomingContactsTest {
    private static final RoutingProfile PROFILE = Company.LARGEST;
    private static final long NINE_OCLOCK = 1_772_442_000;

    private final ReturnedContacts returned = new ReturnedContacts();
    private final IncomingContacts first = of(1);
    private final IncomingContacts second = of(2);
    private final IncomingContacts third = of(3);

    @Test
    void offerToOthersWhatOneDidNotTake() {
        // given
        Contact missed = first.planted("missed", PROFILE, NINE_OCLOCK);
        first.giveBack(missed, NINE_OCLOCK);

        // when
        Contact offered = second.draw(PROFILE, Channel.VOICE, NINE_OCLOCK + 1);
        second.begin();

        // then
        assertThat(offered.id()).isEqualTo("missed");
        assertThat(offered.queuedAt()).isEqualTo(missed.queuedAt());
        assertThat(third.draw(PROFILE, Channel.VOICE, NINE_OCLOCK + 2).id()).isNotEqualTo("missed");
    }

    @Test
    void goOnWaitingWhenAnOfferIsNotMadeAfterAll() {
        // given
        first.giveBack(first.planted("missed", PROFILE, NINE_OCLOCK), NINE_OCLOCK);

        // when
        second.draw(PROFILE, Channel.VOICE, NINE_OCLOCK + 1);
        second.putBack();

        // then
        assertThat(third.draw(PROFILE, Channel.VOICE, NINE_OCLOCK + 2).id()).isEqualTo("missed");
    }

    @Test
    void giveUpAfterTenMinutes() {
        first.giveBack(first.planted("missed", PROFILE, NINE_OCLOCK), NINE_OCLOCK);

        assertThat(second.draw(PROFILE, Channel.VOICE, NINE_OCLOCK + 601).id()).isNotEqualTo("missed");
    }

    private IncomingContacts of(int agentIndex) {
        return new IncomingContacts(Agent.of(1, agentIndex), Dice.of(1, "test", agentIndex), returned);
    }
}
