package io.contactpulse.simulator;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.contactpulse.schema.AgentStateChange;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.specific.SpecificDatumWriter;

/** Writes simulated traffic to a folder. Equal content gives equal bytes in every file. */
final class Recording {
    /** Each stream's records have a folder of their own, which a replay can be given whole. */
    private static final String STREAM = "agent-events";

    private final Path folder;

    Recording(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectory(folder.resolve(STREAM));
    }

    /** How a file of lines is stored. */
    enum Storage {
        PLAIN,
        GZIP
    }

    /** Returns how many lines it wrote; the observer sees each event just written. */
    long writeEvents(Stream<SimulatedEvent> events, Storage storage, Consumer<SimulatedEvent> observer)
            throws IOException {
        long count = 0;
        try (OutputStream lines = open(STREAM + "/agent-events.jsonl", storage)) {
            for (Iterator<SimulatedEvent> each = events.iterator(); each.hasNext(); count++) {
                SimulatedEvent event = each.next();
                lines.write(event.json().getBytes(StandardCharsets.UTF_8));
                lines.write('\n');
                observer.accept(event);
            }
        }
        return count;
    }

    long writeAiEvents(Stream<AgentStateChange> changes) throws IOException {
        long count = 0;
        // Avro draws the marker between blocks at random; a fixed one keeps the file repeatable.
        byte[] marker = "contact-pulse-ai".getBytes(StandardCharsets.US_ASCII);
        try (OutputStream bytes = open(STREAM + "/ai-agents.avro", Storage.PLAIN);
                DataFileWriter<AgentStateChange> writer =
                        new DataFileWriter<>(new SpecificDatumWriter<>(AgentStateChange.class))) {
            writer.create(AgentStateChange.getClassSchema(), bytes, marker);
            for (Iterator<AgentStateChange> each = changes.iterator(); each.hasNext(); count++) {
                writer.append(each.next());
            }
        }
        return count;
    }

    void writeBreaches(List<PlantedBreach> breaches) throws IOException {
        writeArray("planted-breaches.json", breaches, Recording::writeBreach);
    }

    void writeStorms(List<PlantedStorm> storms) throws IOException {
        writeArray("planted-storms.json", storms, Recording::writeStorm);
    }

    private interface Entry<T> {
        void write(JsonGenerator json, T value) throws IOException;
    }

    private <T> void writeArray(String file, List<T> values, Entry<T> entry) throws IOException {
        try (OutputStream bytes = open(file, Storage.PLAIN);
                JsonGenerator json = new JsonFactory().createGenerator(bytes)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter().withRootSeparator("\n"));
            json.writeStartArray();
            for (T value : values) {
                entry.write(json, value);
            }
            json.writeEndArray();
            json.writeRaw('\n');
        }
    }

    private static void writeBreach(JsonGenerator json, PlantedBreach breach) throws IOException {
        json.writeStartObject();
        json.writeStringField("agentId", breach.agentId());
        json.writeStringField("contactId", breach.contactId().orElse(null));
        json.writeStringField("state", breach.state());
        json.writeStringField("customStatus", breach.customStatus().orElse(null));
        json.writeStringField("stateStart", breach.stateStart().toString());
        json.writeStringField("stateEnd", breach.stateEnd().toString());
        json.writeNumberField("limitSeconds", breach.limit().toSeconds());
        json.writeEndObject();
    }

    private static void writeStorm(JsonGenerator json, PlantedStorm storm) throws IOException {
        json.writeStartObject();
        json.writeStringField("routingProfile", storm.routingProfile());
        json.writeStringField("from", storm.from().toString());
        json.writeStringField("until", storm.until().toString());
        json.writeArrayFieldStart("agentIds");
        for (String agentId : storm.agentIds()) {
            json.writeString(agentId);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private OutputStream open(String name, Storage storage) throws IOException {
        return switch (storage) {
            case PLAIN -> new BufferedOutputStream(Files.newOutputStream(folder.resolve(name)));
            case GZIP ->
                new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(folder.resolve(name + ".gz"))));
        };
    }
}
