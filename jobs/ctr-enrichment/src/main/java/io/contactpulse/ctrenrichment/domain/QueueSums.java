package io.contactpulse.ctrenrichment.domain;

import io.contactpulse.schema.QueueContribution;
import io.contactpulse.schema.QueueInterval;
import io.contactpulse.schema.QueueTotals;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Sums over the contacts of one queue, channel and quarter hour: a correction takes the old part out and puts the new in. */
public final class QueueSums {
    private static final Duration QUARTER_HOUR = Duration.ofMinutes(15);

    private QueueSums() {}

    public static String keyOf(QueueContribution contribution) {
        return queueChannel(contribution) + "#"
                + contribution.getIntervalStart().toEpochMilli();
    }

    /** Until when the interval of that key takes corrections. */
    public static Instant closesAt(String key, CtrRules rules) {
        long start = Long.parseLong(key.substring(key.lastIndexOf('#') + 1));
        return Instant.ofEpochMilli(start).plus(QUARTER_HOUR).plus(rules.retention());
    }

    public static QueueTotals none() {
        return QueueTotals.newBuilder()
                .setVersion(0)
                .setOffered(0)
                .setAnswered(0)
                .setAbandoned(0)
                .setShortAbandoned(0)
                .setCallbacks(0)
                .setSlAnsweredWithin(0)
                .setSlRemovedWithin(0)
                .setAnswerSeconds(0)
                .setHandleSeconds(0)
                .setMaxQueue(0)
                .build();
    }

    public static QueueTotals plus(QueueTotals totals, QueueContribution contribution) {
        return QueueTotals.newBuilder(changed(totals, contribution, 1))
                .setMaxQueue(Math.max(totals.getMaxQueue(), contribution.getQueueSeconds()))
                .build();
    }

    /** The longest time cannot be taken out of a sum: {@link #isLongest} says when it must be looked for again. */
    public static QueueTotals minus(QueueTotals totals, QueueContribution contribution) {
        return changed(totals, contribution, -1);
    }

    public static boolean isLongest(QueueTotals totals, QueueContribution contribution) {
        return contribution.getQueueSeconds() >= totals.getMaxQueue();
    }

    public static QueueTotals withLongest(QueueTotals totals, Iterable<QueueContribution> left) {
        long longest = 0;
        for (QueueContribution contribution : left) {
            longest = Math.max(longest, contribution.getQueueSeconds());
        }
        return QueueTotals.newBuilder(totals).setMaxQueue(longest).build();
    }

    public static QueueTotals versioned(QueueTotals totals, Instant at) {
        return QueueTotals.newBuilder(totals)
                .setVersion(Math.max(totals.getVersion() + 1, at.toEpochMilli()))
                .build();
    }

    public static QueueInterval row(QueueTotals totals, QueueContribution any) {
        return QueueInterval.newBuilder()
                .setQueueChannel(queueChannel(any))
                .setIntervalStart(any.getIntervalStart())
                .setQueueId(any.getQueueId())
                .setChannel(any.getChannel())
                .setVersion(totals.getVersion())
                .setOffered(totals.getOffered())
                .setAnswered(totals.getAnswered())
                .setAbandoned(totals.getAbandoned())
                .setShortAbandoned(totals.getShortAbandoned())
                .setCallbacks(totals.getCallbacks())
                .setSlAnsweredWithin(totals.getSlAnsweredWithin())
                .setSlRemovedWithin(totals.getSlRemovedWithin())
                .setAverageSpeedOfAnswer(mean(totals.getAnswerSeconds(), totals.getAnswered()))
                .setAverageHandle(mean(totals.getHandleSeconds(), totals.getAnswered()))
                .setMaxQueue(totals.getMaxQueue())
                .setDeleted(totals.getOffered() == 0)
                .build();
    }

    private static QueueTotals changed(QueueTotals totals, QueueContribution contribution, int sign) {
        boolean removed = contribution.getAnswered() || contribution.getAbandoned() || contribution.getCallback();
        long answered = contribution.getAnswered() ? sign : 0;
        long within = contribution.getWithin() ? sign : 0;
        return QueueTotals.newBuilder(totals)
                .setOffered(totals.getOffered() + sign)
                .setAnswered(totals.getAnswered() + answered)
                .setAbandoned(totals.getAbandoned() + (contribution.getAbandoned() ? sign : 0))
                .setShortAbandoned(totals.getShortAbandoned() + (contribution.getShortAbandoned() ? sign : 0))
                .setCallbacks(totals.getCallbacks() + (contribution.getCallback() ? sign : 0))
                .setSlAnsweredWithin(totals.getSlAnsweredWithin() + (contribution.getAnswered() ? within : 0))
                .setSlRemovedWithin(totals.getSlRemovedWithin() + (removed ? within : 0))
                .setAnswerSeconds(totals.getAnswerSeconds() + answered * contribution.getQueueSeconds())
                .setHandleSeconds(totals.getHandleSeconds() + answered * contribution.getHandleSeconds())
                .build();
    }

    private static String queueChannel(QueueContribution contribution) {
        return contribution.getQueueId() + "#" + contribution.getChannel();
    }

    private static @Nullable Double mean(long sum, long count) {
        return count == 0 ? null : (Double) ((double) sum / count);
    }
}
