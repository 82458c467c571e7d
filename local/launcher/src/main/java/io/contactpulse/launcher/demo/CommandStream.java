package io.contactpulse.launcher.demo;

import io.contactpulse.launcher.page.CommandOutlet;
import io.contactpulse.launcher.page.SupervisorCommand;
import java.io.IOException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/** Puts the page's commands on a Kinesis stream, those of one instance in their order. */
final class CommandStream implements CommandOutlet {
    private final KinesisClient kinesis;
    private final String stream;

    CommandStream(KinesisClient kinesis, String stream) {
        this.kinesis = kinesis;
        this.stream = stream;
    }

    @Override
    public void send(SupervisorCommand command) throws IOException {
        try {
            kinesis.putRecord(request -> request.streamName(stream)
                    .partitionKey(command.instanceId())
                    .data(SdkBytes.fromByteArrayUnsafe(command.json())));
        } catch (SdkException | IllegalStateException failure) {
            // A client that the end of the demo has closed meanwhile is an illegal state.
            throw new IOException("the stream " + stream + " did not take the command", failure);
        }
    }
}
