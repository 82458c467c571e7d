package io.contactpulse.standins;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

class S3StandInTest {

    private static final String BUCKET = "lake";
    private static final String KEY = "lake/agents/dt=2026-03-02/part-0.parquet";
    private static final int SMALLEST_PART = 5 * 1024 * 1024;
    private static final long SEED = 20260302;

    @TempDir
    private Path directory;

    private S3StandIn standIn;
    private S3Client client;

    @BeforeEach
    void start() {
        standIn = S3StandIn.start(directory);
        client = StandInClients.s3(standIn.endpoint());
        client.createBucket(request -> request.bucket(BUCKET));
    }

    @AfterEach
    void stop() {
        client.close();
        standIn.close();
    }

    @Test
    void keepsAnObjectAsAPlainFile() throws IOException {
        // when
        client.putObject(request -> request.bucket(BUCKET).key(KEY), RequestBody.fromString("rows"));

        // then
        assertThat(client.getObjectAsBytes(request -> request.bucket(BUCKET).key(KEY))
                        .asUtf8String())
                .isEqualTo("rows");
        assertThat(Files.readString(standIn.directory().resolve(BUCKET).resolve(KEY), UTF_8))
                .isEqualTo("rows");
    }

    @Test
    void listsTheObjectsUnderAPrefix() {
        // given
        client.putObject(request -> request.bucket(BUCKET).key("a/1"), RequestBody.fromString("1"));
        client.putObject(request -> request.bucket(BUCKET).key("a/b/2"), RequestBody.fromString("2"));
        client.putObject(request -> request.bucket(BUCKET).key("c/3"), RequestBody.fromString("3"));

        // when
        var listing = client.listObjectsV2(request -> request.bucket(BUCKET).prefix("a/"));

        // then
        assertThat(listing.contents()).extracting(S3Object::key).containsExactly("a/1", "a/b/2");
    }

    @Test
    void joinsThePartsOfAMultipartUpload() {
        // given
        byte[] content = new byte[SMALLEST_PART + 1_000];
        new Random(SEED).nextBytes(content);
        String upload = client.createMultipartUpload(
                        request -> request.bucket(BUCKET).key(KEY))
                .uploadId();

        // when
        CompletedPart first = uploadPart(upload, 1, Arrays.copyOf(content, SMALLEST_PART));
        CompletedPart second = uploadPart(upload, 2, Arrays.copyOfRange(content, SMALLEST_PART, content.length));
        client.completeMultipartUpload(request ->
                request.bucket(BUCKET).key(KEY).uploadId(upload).multipartUpload(parts -> parts.parts(first, second)));

        // then
        assertThat(client.getObjectAsBytes(request -> request.bucket(BUCKET).key(KEY))
                        .asByteArray())
                .as("content from seed %d", SEED)
                .isEqualTo(content);
    }

    @Test
    void showsNothingOfAnUploadThatWasAborted() {
        // given
        String upload = client.createMultipartUpload(
                        request -> request.bucket(BUCKET).key(KEY))
                .uploadId();
        uploadPart(upload, 1, "half".getBytes(UTF_8));

        // when
        client.abortMultipartUpload(request -> request.bucket(BUCKET).key(KEY).uploadId(upload));

        // then
        assertThatThrownBy(() -> client.getObjectAsBytes(
                        request -> request.bucket(BUCKET).key(KEY)))
                .isInstanceOf(NoSuchKeyException.class);
        assertThat(client.listObjectsV2(request -> request.bucket(BUCKET)).contents())
                .isEmpty();
    }

    @Test
    void keepsItsObjectsOverARestart() {
        // given
        client.putObject(request -> request.bucket(BUCKET).key(KEY), RequestBody.fromString("rows"));
        stop();

        // when
        standIn = S3StandIn.start(directory);
        client = StandInClients.s3(standIn.endpoint());

        // then
        assertThat(client.getObjectAsBytes(request -> request.bucket(BUCKET).key(KEY))
                        .asUtf8String())
                .isEqualTo("rows");
    }

    @Test
    void listensOnTheLoopbackInterface() {
        assertThat(standIn.endpoint()).satisfies(Listeners::onlyOnLoopback);
    }

    @Test
    void saysWhichDirectoryItCannotUse() throws IOException {
        // given
        Path file = Files.createFile(directory.resolve("not-a-directory"));

        // when, then
        assertThatThrownBy(() -> S3StandIn.start(file))
                .isInstanceOf(StandInException.class)
                .hasMessageContaining(file.toString());
    }

    private CompletedPart uploadPart(String upload, int number, byte[] content) {
        String tag = client.uploadPart(
                        request ->
                                request.bucket(BUCKET).key(KEY).uploadId(upload).partNumber(number),
                        RequestBody.fromBytes(content))
                .eTag();
        return CompletedPart.builder().partNumber(number).eTag(tag).build();
    }
}
