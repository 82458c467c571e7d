package io.contactpulse.standins;

import java.time.Instant;

/** A record at its place in a shard. */
record StoredRecord(long position, String partitionKey, byte[] data, Instant arrival) {

    /** Numbers look like those of Kinesis (56 digits) and are compared as such by consumers. */
    private static final String PREFIX = "4966" + "0".repeat(33);

    private static final long FIRST = 1_000_000_000_000_000_000L;

    static String sequenceNumber(long position) {
        return PREFIX + (FIRST + position);
    }

    static long position(String sequenceNumber) {
        if (!sequenceNumber.startsWith(PREFIX)) {
            throw new ServiceFault(
                    "InvalidArgumentException", sequenceNumber + " is no sequence number of this stream");
        }
        return Long.parseLong(sequenceNumber.substring(PREFIX.length())) - FIRST;
    }

    String sequenceNumber() {
        return sequenceNumber(position);
    }
}
