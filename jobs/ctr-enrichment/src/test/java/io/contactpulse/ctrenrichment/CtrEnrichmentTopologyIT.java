package io.contactpulse.ctrenrichment;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.ctrenrichment.domain.CtrRules;
import io.contactpulse.ctrenrichment.domain.CustomerKeys;
import io.contactpulse.ctrenrichment.domain.Fence;
import io.contactpulse.ctrenrichment.operator.Pace;
import io.contactpulse.ctrenrichment.recorded.Ctr;
import io.contactpulse.ctrenrichment.recorded.Poison;
import io.contactpulse.ctrenrichment.wire.ContactRecordFormat;
import io.contactpulse.ctrenrichment.wire.RecordNames;
import io.contactpulse.jobruntime.JobEnvironment;
import io.contactpulse.jobruntime.source.FutureCap;
import io.contactpulse.schema.ContactRow;
import io.contactpulse.schema.RawRecord;
import io.contactpulse.schema.RejectedRecord;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(MiniClusterExtension.class)
class CtrEnrichmentTopologyIT {
    private static final long SEED = 5;

    /** Without a restart: restarts are not configured here, so the first failure would end the job. */
    @Test
    void losesExactlyWhatIsPoisonous() throws Exception {
        List<Poison> poison = Poison.of(SEED, 2_000);
        List<RawRecord> records = new ArrayList<>();
        poison.forEach(bad -> records.add(raw(bad.bytes())));
        List<String> good =
                IntStream.range(0, 500).mapToObj("c-%03d"::formatted).toList();
        good.forEach(id -> records.add(raw(Ctr.contact(id).json().getBytes(StandardCharsets.UTF_8))));
        Collections.shuffle(records, new Random(SEED));
        StreamExecutionEnvironment environment = JobEnvironment.create();
        environment.setParallelism(1);
        CtrEnrichmentOutputs outputs = CtrEnrichmentTopology.define(
                environment.fromData(records),
                CtrSettings.of(
                        new ContactRecordFormat(RecordNames.defaults(), CustomerKeys.ofReplays()),
                        CtrRules.defaults(),
                        Fence.of(Duration.ofMinutes(10))),
                Pace.live(),
                FutureCap.of(Duration.ofMinutes(5)));
        CloseableIterator<ContactRow> contacts = outputs.contacts().collectAsync();
        CloseableIterator<RejectedRecord> rejected = outputs.rejected().collectAsync();

        environment.executeAsync();

        var allContacts = CompletableFuture.supplyAsync(() -> all(contacts));
        assertThat(all(rejected))
                .as("seed %d", SEED)
                .extracting(letter -> letter.getLetter().getReason() + " "
                        + letter.getLetter().getSha256())
                .containsExactlyInAnyOrderElementsOf(poison.stream()
                        .map(bad -> bad.reason() + " " + sha256(bad.bytes()))
                        .toList());
        assertThat(allContacts.get()).extracting(ContactRow::getContactId).containsExactlyInAnyOrderElementsOf(good);
    }

    private static RawRecord raw(byte[] bytes) {
        return RawRecord.newBuilder()
                .setStream("ctr")
                .setPayload(ByteBuffer.wrap(bytes))
                .build();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static <T> List<T> all(CloseableIterator<T> rows) {
        List<T> all = new ArrayList<>();
        rows.forEachRemaining(all::add);
        return all;
    }
}
