package io.contactpulse.ctrenrichment.recorded;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contactpulse.testkit.Moments;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Builds a contact record: by default a first leg, by voice, that came in at nine o'clock, ended in the flow a minute later
 * and was written a minute after that. Times are seconds after nine.
 */
public final class Ctr {
    public static final String INSTANCE = "arn:aws:connect:eu-central-1:000000000000:instance/i-1";

    private final ObjectNode record;

    private Ctr(ObjectNode record) {
        this.record = record;
    }

    private Ctr(String contactId) {
        this(JsonNodeFactory.instance.objectNode());
        record.put("AWSContactTraceRecordFormatVersion", "2017-03-10");
        record.putNull("Agent");
        record.put("AgentConnectionAttempts", 0);
        record.putObject("Attributes");
        record.put("Channel", "VOICE");
        record.put("ContactId", contactId);
        record.putNull("CustomerEndpoint");
        record.putNull("DisconnectReason");
        record.putNull("InitialContactId");
        record.put("InitiationMethod", "INBOUND");
        record.put("InstanceARN", INSTANCE);
        record.putNull("NextContactId");
        record.putNull("PreviousContactId");
        record.putNull("Queue");
        record.putNull("TransferCompletedTimestamp");
        record.putNull("TransferredToEndpoint");
        began(0).ended(60, "CUSTOMER_DISCONNECT").updated(120);
    }

    public static Ctr contact(String contactId) {
        return new Ctr(contactId);
    }

    public static String time(long second) {
        return at(second).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    public static Instant at(long second) {
        return Moments.NINE_OCLOCK.plusSeconds(second);
    }

    public Ctr began(long second) {
        record.put("InitiationTimestamp", time(second));
        record.put("ConnectedToSystemTimestamp", time(second));
        return this;
    }

    public Ctr ended(long second, String reason) {
        record.put("DisconnectTimestamp", time(second));
        record.put("DisconnectReason", reason);
        return this;
    }

    public Ctr updated(long second) {
        record.put("LastUpdateTimestamp", time(second));
        return this;
    }

    public Ctr by(String initiationMethod) {
        return with("InitiationMethod", initiationMethod);
    }

    public Ctr channel(String channel) {
        return with("Channel", channel);
    }

    public Ctr after(String initial, String previous) {
        return with("InitialContactId", initial).with("PreviousContactId", previous);
    }

    public Ctr before(String next) {
        return with("NextContactId", next);
    }

    public Ctr caller(String number) {
        record.putObject("CustomerEndpoint").put("Address", number).put("Type", "TELEPHONE_NUMBER");
        return this;
    }

    public Ctr attribute(String name, String value) {
        (record.get("Attributes") instanceof ObjectNode attributes ? attributes : record.putObject("Attributes"))
                .put(name, value);
        return this;
    }

    public Ctr journey(String name) {
        return attribute("journey.name", name);
    }

    /** Steps such as {@code menu@10:OK}, with seconds after nine. */
    public Ctr steps(String... steps) {
        StringBuilder text = new StringBuilder();
        for (String step : steps) {
            int at = step.indexOf('@');
            int colon = step.indexOf(':');
            long second = Long.parseLong(step.substring(at + 1, colon));
            text.append(text.isEmpty() ? "" : ";")
                    .append(step, 0, at + 1)
                    .append(at(second).getEpochSecond())
                    .append(step.substring(colon));
        }
        return attribute("journey.steps", text.toString());
    }

    public Ctr queued(String queue, long from, long to) {
        record.putObject("Queue")
                .put("ARN", INSTANCE + "/queue/" + queue)
                .put("Name", "Queue " + queue)
                .put("EnqueueTimestamp", time(from))
                .put("DequeueTimestamp", time(to))
                .put("Duration", to - from);
        return this;
    }

    /** An agent who talked, held and worked after the talk for so many seconds each. */
    public Ctr handled(String agent, long from, long talk, long hold, long acw) {
        long talkEnd = from + talk + hold;
        ObjectNode node = record.putObject("Agent");
        node.put("ARN", INSTANCE + "/agent/" + agent)
                .put("Username", "user-of-" + agent)
                .put("ConnectedToAgentTimestamp", time(from))
                .put("AgentInteractionDuration", talk)
                .put("CustomerHoldDuration", hold)
                .put("LongestHoldDuration", hold)
                .put("NumberOfHolds", hold > 0 ? 1 : 0)
                .put("AfterContactWorkStartTimestamp", time(talkEnd))
                .put("AfterContactWorkEndTimestamp", time(talkEnd + acw))
                .put("AfterContactWorkDuration", acw);
        node.putObject("RoutingProfile").put("ARN", "r").put("Name", "Service");
        node.putObject("HierarchyGroups").putObject("Level1").put("ARN", "l").put("GroupName", "North");
        record.put("AgentConnectionAttempts", 1);
        return this;
    }

    public Ctr transferCompleted(long second) {
        return with("TransferCompletedTimestamp", time(second));
    }

    public Ctr transferredTo(String number) {
        record.putObject("TransferredToEndpoint").put("Address", number).put("Type", "TELEPHONE_NUMBER");
        return this;
    }

    public Ctr external(long seconds) {
        record.putObject("ExternalThirdParty").put("ExternalThirdPartyInteractionDuration", seconds);
        return this;
    }

    /** As Connect leaves a record after the customer's data was deleted from it. */
    public Ctr redacted() {
        record.putNull("CustomerEndpoint");
        record.putObject("SegmentAttributes")
                .putObject("connect:RedactedFields")
                .put("ValueString", "CustomerEndpoint");
        return this;
    }

    public Ctr without(String field) {
        record.remove(field);
        return this;
    }

    public Ctr with(String field, String value) {
        record.put(field, value);
        return this;
    }

    public Ctr inQueue(String queue) {
        record.withObject("/Queue").put("ARN", INSTANCE + "/queue/" + queue).put("Name", "Queue " + queue);
        return this;
    }

    public Ctr copy() {
        return new Ctr(record.deepCopy());
    }

    public String id() {
        return record.get("ContactId").asText();
    }

    public long end() {
        return second("DisconnectTimestamp");
    }

    public long lastUpdate() {
        return second("LastUpdateTimestamp");
    }

    private long second(String field) {
        return Instant.parse(record.get(field).asText()).getEpochSecond() - Moments.NINE_OCLOCK.getEpochSecond();
    }

    public ObjectNode tree() {
        return record;
    }

    public String json() {
        return record.toString();
    }
}
