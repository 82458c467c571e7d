package io.contactpulse.ctrenrichment;

import io.contactpulse.ctrenrichment.domain.QueueSums;
import io.contactpulse.ctrenrichment.operator.ConcludeJourney;
import io.contactpulse.ctrenrichment.operator.FindRepeats;
import io.contactpulse.ctrenrichment.operator.JourneyKey;
import io.contactpulse.ctrenrichment.operator.Pace;
import io.contactpulse.ctrenrichment.operator.StitchJourney;
import io.contactpulse.ctrenrichment.operator.SumQueueIntervals;
import io.contactpulse.jobruntime.decode.DecodeRecord;
import io.contactpulse.jobruntime.decode.WriterSchemas;
import io.contactpulse.jobruntime.source.FutureCap;
import io.contactpulse.schema.ContactRecord;
import io.contactpulse.schema.ContactRow;
import io.contactpulse.schema.Journey;
import io.contactpulse.schema.JourneyFacts;
import io.contactpulse.schema.QueueInterval;
import io.contactpulse.schema.RawRecord;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * What the job does, without where it reads and writes.
 *
 * <pre>
 * raw records ──▶ decode-contact-records ──keyBy(journey)──▶ stitch-journeys ──▶ contacts
 *                          │                                     ├──keyBy(queue, quarter hour)──▶ sum-queue-intervals ──▶ queue intervals
 *                          │                                     └──keyBy(customer, intent)──▶ find-repeats
 *                          └──▶ rejected                                                           │
 *         escalations · escalation events · notifications · journeys ◀── conclude-journeys ◀──keyBy(journey)
 * </pre>
 */
public final class CtrEnrichmentTopology {
    private CtrEnrichmentTopology() {}

    public static CtrEnrichmentOutputs define(
            DataStream<RawRecord> contactRecords, CtrSettings settings, Pace pace, FutureCap futureCap) {
        SingleOutputStreamOperator<ContactRecord> records = contactRecords
                .process(new DecodeRecord<>(settings.format(), WriterSchemas.none(), futureCap))
                .uid("decode-contact-records")
                .name("Decode contact records");
        SingleOutputStreamOperator<ContactRow> contacts = records.keyBy(new JourneyKey())
                .process(new StitchJourney(settings.tracker(), pace))
                .uid("stitch-journeys")
                .name("Stitch legs to journeys");
        SingleOutputStreamOperator<QueueInterval> queueIntervals = contacts.getSideOutput(StitchJourney.CONTRIBUTIONS)
                .keyBy(QueueSums::keyOf)
                .process(new SumQueueIntervals(settings.rules(), pace))
                .uid("sum-queue-intervals")
                .name("Sum queues by quarter hour");
        SingleOutputStreamOperator<JourneyFacts> journeys = contacts.getSideOutput(StitchJourney.FACTS)
                .keyBy(JourneyFacts::getGroupKey)
                .process(new FindRepeats(pace))
                .uid("find-repeats")
                .name("Find repeated tries of a customer");
        SingleOutputStreamOperator<Journey> concluded = journeys.keyBy(JourneyFacts::getJourneyId)
                .process(new ConcludeJourney(settings.concluder(), pace))
                .uid("conclude-journeys")
                .name("Conclude journeys and escalate failures");
        return new CtrEnrichmentOutputs(
                contacts, concluded, queueIntervals, records.getSideOutput(DecodeRecord.REJECTED));
    }
}
